import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** Encrypts personal data at rest (AES-256-GCM) and makes the keyed hashes that find them again. */
export class Vault {
  private readonly sealKey: Buffer;
  private readonly hashKey: Buffer;

  /** @param key 64 hexadecimal digits; the two keys in use are derived from it */
  constructor(key: string) {
    this.sealKey = derive(key, 'seal');
    this.hashKey = derive(key, 'fingerprint');
  }

  /** Nonce, tag and cipher text; twice the same content looks different. */
  seal(content: string | Uint8Array): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.sealKey, nonce);
    const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when it was sealed with another key or tampered with */
  open(sealed: Uint8Array): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.sealKey, sealed.subarray(0, NONCE));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
  }

  /** The same for the same text and key; says nothing without the key. */
  fingerprint(text: string): Buffer {
    return createHmac('sha256', this.hashKey).update(text).digest();
  }
}

function derive(key: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', `serap ${purpose}`, 32));
}
