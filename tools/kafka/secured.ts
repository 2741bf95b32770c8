import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A broker that lets in by name and password (SASL over TLS) or by certificate, and by nobody's word alone. */
export interface Secured {
  /** Passwords by user, for SCRAM-SHA-512 and PLAIN; `admin` may do everything. */
  readonly users: Readonly<Record<string, string>>;
}

export interface Certificate {
  /** PEM. */
  readonly certificate: string;
  readonly key: string;
}

/** An authority of the data folder's own, which signs for brokers and users alike. */
export class Authority {
  constructor(private readonly folder: string) {
    const request = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=Authority'];
    openssl([...request, '-keyout', this.path('ca.key'), '-out', this.path('ca.pem')]);
  }

  /** PEM. */
  get certificate(): string {
    return readFileSync(this.path('ca.pem'), 'utf8');
  }

  /** @param name its subject is `CN=<name>`; it also stands for 127.0.0.1 */
  sign(name: string): Certificate {
    const [key, request, signed, extension] = ['key', 'csr', 'pem', 'ext'].map((end) =>
      this.path(`${name}.${end}`),
    ) as [string, string, string, string];
    writeFileSync(extension, 'subjectAltName=IP:127.0.0.1\n');
    openssl(['-new', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`, '-keyout', key, '-out', request]);
    const by = ['-CA', this.path('ca.pem'), '-CAkey', this.path('ca.key'), '-CAcreateserial'];
    run(['x509', '-req', '-in', request, ...by, '-days', '30', '-extfile', extension, '-out', signed]);
    return { certificate: readFileSync(signed, 'utf8'), key: readFileSync(key, 'utf8') };
  }

  private path(file: string): string {
    return join(this.folder, file);
  }
}

function openssl(args: readonly string[]): void {
  run(['req', ...args]);
}

function run(args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/**
 * What makes a broker's plain settings those of a secured one.
 *
 * @param folder of its data; keys and certificates are written there
 * @param ports of users with a password, of users with a certificate, and of the controller
 */
export function securedSettings(
  { users }: Secured,
  authority: Authority,
  folder: string,
  ports: readonly [number, number, number],
): Record<string, string | number | boolean> {
  const own = authority.sign('broker');
  const [keystore, truststore] = [join(folder, 'keystore.pem'), join(folder, 'truststore.pem')];
  writeFileSync(keystore, own.key + own.certificate);
  writeFileSync(truststore, authority.certificate);
  const plain = Object.entries(users).map(([name, password]) => `user_${name}="${password}"`);
  const [byPassword, byCertificate, controller] = ports.map((port) => `127.0.0.1:${String(port)}`);
  const login = `username="admin" password="${users['admin'] ?? ''}"`;
  return {
    listeners: `PASSWORD://${String(byPassword)},CERTIFICATE://${String(byCertificate)},CONTROLLER://${String(controller)}`,
    'advertised.listeners': `PASSWORD://${String(byPassword)},CERTIFICATE://${String(byCertificate)}`,
    'listener.security.protocol.map': 'PASSWORD:SASL_SSL,CERTIFICATE:SSL,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PASSWORD',
    'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-512',
    'sasl.enabled.mechanisms': 'SCRAM-SHA-512,PLAIN',
    'listener.name.password.scram-sha-512.sasl.jaas.config': `org.apache.kafka.common.security.scram.ScramLoginModule required ${login};`,
    'listener.name.password.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required ${login} ${plain.join(' ')};`,
    'listener.name.certificate.ssl.client.auth': 'required',
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': keystore,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': truststore,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'allow.everyone.if.no.acl.found': false,
    // Whoever is anonymous has come by the controller's listener, which serves no clients.
    'super.users': 'User:admin;User:ANONYMOUS',
  };
}

/** Arguments that give users their passwords when the log's folder is made. */
export function scramUsers({ users }: Secured): string[] {
  return Object.entries(users).flatMap(([name, password]) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${name},password=${password}]`,
  ]);
}
