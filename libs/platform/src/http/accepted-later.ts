import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/** The answer of a call that is kept and not decided yet: a 202 whose Location says where it will be found. */
export class AcceptedLater {
  readonly #location: string;

  /** @param id of what will be found there */
  constructor(
    readonly id: string,
    location: string,
  ) {
    this.#location = location;
  }

  static locationOf(pending: AcceptedLater): string {
    return pending.#location;
  }
}

/** Gives a handler that answers `Pending` its status and its Location. */
@Injectable()
export class AcceptedLaterInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof AcceptedLater) {
          void reply.status(202).header('Location', AcceptedLater.locationOf(answer));
        }
        return answer;
      }),
    );
  }
}
