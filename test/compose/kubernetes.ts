import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ROOT } from '../../tools/system/root.js';
import { blocksOf } from './guide.js';

type Env = Record<string, string>;

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Env;
  readonly spec?: { readonly template: { readonly spec: { readonly containers: readonly ContainerSpec[] } } };
}

interface ContainerSpec {
  readonly args: readonly string[];
  readonly envFrom?: readonly {
    readonly configMapRef?: { readonly name: string };
    readonly secretRef?: { readonly name: string; readonly optional?: boolean };
  }[];
  readonly env?: readonly {
    readonly name: string;
    readonly valueFrom: {
      readonly secretKeyRef: { readonly name: string; readonly key: string; readonly optional?: boolean };
    };
  }[];
}

/** A process as the cluster would start it. */
export interface Pod {
  readonly args: readonly string[];
  readonly env: Env;
}

/** What the guide's blocks for Kubernetes make: the overlay rendered, and the secrets that its commands would create. */
export class Rendered {
  private readonly manifests: readonly Manifest[];

  /** @param passwords what the reader puts in: OWNER_PASSWORD and the like */
  constructor(folder: string, passwords: Env) {
    const [overlay = ''] = blocksOf(ROOT, 'On Kubernetes', 'yaml');
    mkdirSync(join(folder, 'overlay'));
    writeFileSync(join(folder, 'overlay', 'kustomization.yaml'), overlay);
    cpSync(join(ROOT, 'k8s'), join(folder, 'k8s'), { recursive: true });
    const secrets = blocksOf(ROOT, 'On Kubernetes', 'sh').find((block) => block.includes('create secret')) ?? '';
    // Said, not done: there is no cluster.
    const dry = `kubectl() { command kubectl "$@" --dry-run=client --output yaml; echo ---; }\n${secrets}`;
    this.manifests = [
      ...documents(execFileSync('kubectl', ['kustomize', join(folder, 'overlay')], { encoding: 'utf8' })),
      ...documents(execFileSync('sh', ['-e', '-c', dry], { encoding: 'utf8', env: { ...process.env, ...passwords } })),
    ];
  }

  /** @throws Error for a secret that the guide does not make and that is not optional */
  pod(kind: 'Deployment' | 'Job', name: RegExp): Pod {
    const found = this.manifests.find((one) => one.kind === kind && name.test(one.metadata.name));
    const container = found?.spec?.template.spec.containers[0];
    if (!container) throw new Error(`Nothing rendered is a ${kind} ${String(name)}.`);
    const env: Env = {};
    for (const { configMapRef, secretRef } of container.envFrom ?? []) {
      if (configMapRef) Object.assign(env, this.data('ConfigMap', configMapRef.name));
      if (secretRef && !secretRef.optional) throw new Error(`The guide makes no secret ${secretRef.name}.`);
    }
    for (const { name: variable, valueFrom } of container.env ?? []) {
      const { name: secret, key, optional } = valueFrom.secretKeyRef;
      const value = this.data('Secret', secret)?.[key];
      if (value !== undefined) env[variable] = Buffer.from(value, 'base64').toString();
      else if (!optional) throw new Error(`The guide makes no secret ${secret} with ${key}.`);
    }
    return { args: container.args, env };
  }

  private data(kind: string, name: string): Env | undefined {
    return this.manifests.find((one) => one.kind === kind && one.metadata.name === name)?.data;
  }
}

function documents(text: string): Manifest[] {
  return parseAllDocuments(text)
    .map((document) => document.toJS() as Manifest | null)
    .filter((manifest) => manifest !== null);
}
