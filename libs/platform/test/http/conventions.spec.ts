import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { Allow, Public } from '#platform/access/allow.js';
import { isKnown, versionOf } from '#platform/http/etag.js';
import { serveOne, type OneController } from '../one-controller.js';

@Controller('api/things')
class ThingsController {
  /** Makes one. */
  @Post()
  @Public()
  make(): { id: string } {
    return { id: 'a-1' };
  }

  /** Asks, and makes nothing. */
  @Post('questions')
  @HttpCode(200)
  @Public()
  ask(): { id: string } {
    return { id: 'a-2' };
  }

  /** Makes what is read nowhere. */
  @Post('notes')
  @Public()
  note(): { id: string } {
    return { id: 'a-3' };
  }

  /** One. */
  @Get(':id')
  @Public()
  one(@Param('id') id: string): { id: string } {
    return { id };
  }

  /** Changes one. */
  @Put(':id')
  @Public()
  change(@Headers('if-match') ifMatch: string | undefined): { version: number } {
    return { version: versionOf(ifMatch) };
  }

  /** Of somebody. */
  @Get('secrets/all')
  @Allow('orders:read')
  secrets(): { items: string[] } {
    return { items: [] };
  }
}

describe('every service over HTTP', () => {
  let service: OneController;
  const call = (method: string, path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${service.url}${path}`, { method, headers });
  beforeAll(async () => {
    service = await serveOne(ThingsController);
  });
  afterAll(() => service.stop());

  it('names each call, and the business time by which it is decided', async () => {
    const [one, other] = [await call('GET', '/api/things/a'), await call('GET', '/api/nothing')];
    const ids = [one, other].map(({ headers }) => headers.get('x-request-id'));
    expect(ids.every((id) => /^[0-9a-f-]{36}$/.test(id ?? ''))).toBe(true);
    expect(new Set(ids).size).toBe(2);
    const told = Date.parse(one.headers.get('serap-business-time') ?? '');
    expect(Math.abs(told - service.app.get(BusinessClock).now().getTime())).toBeLessThan(60_000);
  });

  it('says where what was made is found, and of nothing else', async () => {
    const made = await call('POST', '/api/things?x=1');
    expect([made.status, made.headers.get('location')]).toEqual([201, '/api/things/a-1']);
    for (const path of ['/api/things/questions', '/api/things/notes']) {
      expect((await call('POST', path)).headers.get('location')).toBeNull();
    }
  });

  it.each([
    ['PATCH', '/api/things/a', 'GET, HEAD, PUT'],
    ['DELETE', '/api/things?all=1', 'POST'],
  ])('refuses %s %s as a method, naming those that it takes', async (method, path, allowed) => {
    const answer = await call(method, path, { 'accept-language': 'en' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
    expect(await answer.json()).toMatchObject({
      code: 'METHOD_NOT_ALLOWED',
      detail: `This address takes ${allowed}.`,
    });
  });

  it('finds nothing at an address that takes no method', async () => {
    const answer = await call('DELETE', '/api/thingsandmore');
    expect([answer.status, answer.headers.get('allow')]).toEqual([404, null]);
  });

  it('tells who comes without a credential how to come', async () => {
    const answer = await call('GET', '/api/things/secrets/all');
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Serap"']);
  });

  it.each([
    [{}, 428, 'PRECONDITION_REQUIRED'],
    [{ 'if-match': '*' }, 400, 'BAD_REQUEST'],
  ])('wants to know what a change is based on: %j is %d', async (headers, status, code) => {
    const answer = await call('PUT', '/api/things/a', headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  it.each<[string | undefined, boolean]>([
    [undefined, false],
    ['"1"', false],
    ['"2"', true],
    ['W/"2"', true],
    ['"1", W/"2"', true],
    ['*', true],
  ])('takes If-None-Match %p as what is known: %p', (header, known) => {
    expect(isKnown(header, '"2"')).toBe(known);
  });
});
