import 'reflect-metadata';
import { RequestMethod, type Type } from '@nestjs/common';
import {
  HTTP_CODE_METADATA,
  METHOD_METADATA,
  MODULE_METADATA,
  PARAMTYPES_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { POLICY, type Policy } from '#platform/access/allow.js';
import { EXPORTS, type ExportPlan } from '#files/exports/exports.js';
import { DESCRIPTION, type Description } from '#platform/http/describe.js';

/** One argument of a handler that comes from the request. */
export interface Argument {
  readonly from: 'body' | 'query' | 'param' | 'header';
  /** Of a param or a header. */
  readonly name: string;
  readonly type: Type;
  readonly pipes: readonly string[];
}

/** A route as Nest's decorators declare it. */
export interface Route {
  readonly controller: string;
  readonly handler: string;
  readonly method: string;
  /** As OpenAPI writes it: /api/orders/{id}. */
  readonly path: string;
  readonly status: number;
  readonly policy: Policy | undefined;
  readonly description: Description;
  /** How it can be had as a file, where it can. */
  readonly exports: ExportPlan | undefined;
  readonly arguments: readonly Argument[];
}

const SOURCES: Partial<Record<number, Argument['from']>> = {
  [RouteParamtypes.BODY]: 'body',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.PARAM]: 'param',
  [RouteParamtypes.HEADERS]: 'header',
};

interface DynamicPart {
  readonly module: Type;
  readonly controllers?: readonly Type[];
}

/** Every listed route of a service, from the metadata of its composition root: nothing is started. */
export function routesOf(root: Type): Route[] {
  return controllersOf(root)
    .flatMap(routesOfController)
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.method < b.method ? -1 : 1));
}

function controllersOf(part: Type | DynamicPart): Type[] {
  const module = 'module' in part ? part.module : part;
  const own = [
    ...((Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, module) as Type[] | undefined) ?? []),
    ...('module' in part ? (part.controllers ?? []) : []),
  ];
  const imports = (Reflect.getMetadata(MODULE_METADATA.IMPORTS, module) as (Type | DynamicPart)[] | undefined) ?? [];
  return [...imports.flatMap(controllersOf), ...own];
}

function routesOfController(controller: Type): Route[] {
  if (Reflect.getMetadata(DESCRIPTION, controller) === 'unlisted') return [];
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    // Nest tells a route by its path; the class itself, which is the constructor, has one too.
    if (!handler || name === 'constructor' || Reflect.getMetadata(PATH_METADATA, handler) === undefined) return [];
    return [routeOf(controller, name, handler)];
  });
}

function routeOf(controller: Type, name: string, handler: object): Route {
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
  const status = Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined;
  return {
    controller: controller.name,
    handler: name,
    method: method.toLowerCase(),
    path: pathOf(controller, handler),
    status: status ?? (method === 'POST' ? 201 : 200),
    policy: (Reflect.getMetadata(POLICY, handler) ?? Reflect.getMetadata(POLICY, controller)) as Policy | undefined,
    description: (Reflect.getMetadata(DESCRIPTION, handler) as Description | undefined) ?? {},
    exports: Reflect.getMetadata(EXPORTS, handler) as ExportPlan | undefined,
    arguments: argumentsOf(controller, name),
  };
}

function pathOf(controller: Type, handler: object): string {
  const parts = [controller, handler].map((target) => String(Reflect.getMetadata(PATH_METADATA, target) ?? ''));
  const path = parts.flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${path.map((part) => part.replace(/^:(.*)$/, '{$1}')).join('/')}`;
}

type ArgumentMetadata = Record<string, { index: number; data?: string; pipes: readonly (Type | object)[] }>;

function argumentsOf(controller: Type, name: string): Argument[] {
  const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as ArgumentMetadata;
  const prototype = controller.prototype as object;
  const types = (Reflect.getMetadata(PARAMTYPES_METADATA, prototype, name) ?? []) as Type[];
  return Object.entries(declared).flatMap(([key, { index, data, pipes }]) => {
    const from = SOURCES[Number(key.split(':')[0])];
    const type = types[index];
    if (!from || !type) return [];
    const named = pipes.map((pipe) => (typeof pipe === 'function' ? pipe.name : pipe.constructor.name));
    return [{ from, name: data ?? '', type, pipes: named }];
  });
}
