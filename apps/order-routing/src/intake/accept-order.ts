import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';
import type { Caller } from '#platform/access/allow.js';
import { scopeOf } from '#platform/access/permissions.js';
import { TokenRefused, TokenVerifier } from '#platform/access/token-verifier.js';
import type { Tx } from '#platform/database/transactions.js';
import { parseJsonBody } from '#platform/http/json-body.js';
import { validate } from '#platform/http/validate.js';
import { PlaceOrderDto } from '../orders/order.dto.js';
import { orderIdOf, PlaceOrder, type OrderCall } from '../orders/place-order.js';

/** As large as the body of a single order over HTTP. */
const MAX_BODY_BYTES = 256 * 1024;

/** An order as it lies on the intake topic. */
export interface LaidOrder {
  /** Of its event: the order's idempotency key. */
  readonly id: string;
  readonly authorization: string | undefined;
  readonly body: Uint8Array;
}

/**
 * Takes an order from the intake topic: it is left to its market, or `serap.order.rejected.v1` says why not; either one
 * once per event id and sender, in the transaction that moves the consumer's checkpoint.
 */
@Injectable()
export class AcceptOrder {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly placeOrder: PlaceOrder,
  ) {}

  /** @throws DomainError UNAUTHENTICATED: without a sender there is nobody to answer, so it becomes a dead letter */
  async run(tx: Tx, { id, authorization, body }: LaidOrder): Promise<void> {
    const caller = await this.callerOf(authorization);
    const call: OrderCall = {
      // As over HTTP: the same key of the same sender is the same order, whatever way it comes.
      scope: `${caller.region} ${caller.subject}`,
      key: id,
      actor: { principal: caller.subject, correlationId: id, causationId: id },
    };
    try {
      if (caller.scope === undefined) throw new DomainError('FORBIDDEN');
      await this.placeOrder.leave(tx, { ...caller, scope: caller.scope }, await orderIn(body), call);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await reject(tx, caller.region, call, error);
    }
  }

  private async callerOf(authorization: string | undefined): Promise<Omit<Caller, 'scope'> & Partial<Caller>> {
    const token = /^Bearer ([\w\-.]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthenticated();
    const principal = await this.tokens.verify(token).catch((error: unknown) => {
      throw error instanceof TokenRefused ? unauthenticated() : error;
    });
    const scope = scopeOf('orders:place', principal.roles);
    return { ...principal, ...(scope === undefined ? {} : { scope }) };
  }
}

/** Read again from the bytes: their depth is looked at before anything walks through them. */
async function orderIn(body: Uint8Array): Promise<PlaceOrderDto> {
  if (body.byteLength > MAX_BODY_BYTES) throw new DomainError('TOO_LARGE.order', { n: MAX_BODY_BYTES });
  const { order } = parseJsonBody(Buffer.from(body)) as { order: unknown };
  return validate(PlaceOrderDto, order);
}

async function reject(tx: Tx, partner: string, { scope, key, actor }: OrderCall, refusal: DomainError): Promise<void> {
  const { code, message, faults } = refusal;
  const claimed = await tx.query(
    `INSERT INTO idempotency (scope, key, request_hash, outcome) VALUES ($1, $2, 'rejected', $3)
     ON CONFLICT DO NOTHING RETURNING key`,
    [scope, key, JSON.stringify({ refusal: refusal.kept() })],
  );
  if (claimed.length === 0) return;
  const orderId = orderIdOf(scope, key);
  tx.publish({
    type: 'serap.order.rejected.v1',
    subject: `order:${orderId}`,
    sequence: 1,
    key: partner,
    ...actor,
    data: {
      orderId,
      partner,
      intakeId: key,
      code,
      detail: message.slice(0, 1_000),
      faults: faults.map((fault) => ({ pointer: fault.pointer.slice(0, 500), message: fault.message.slice(0, 500) })),
    },
  });
}

function unauthenticated(): DomainError {
  return new DomainError('UNAUTHENTICATED.record');
}
