import { afterAll, beforeAll } from 'vitest';
import { describeKeycloak } from './describe-keycloak.js';
import { describeDrawnRealm } from './drawn-realm-case.js';
import { describeInstallation } from './installation.js';
import { startRunning, type Running } from './running.js';

describeKeycloak('a whole installation, a real Keycloak and a browser', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startRunning();
  });
  afterAll(() => running.stop());

  describeInstallation(() => running);
  describeDrawnRealm(() => running);
});
