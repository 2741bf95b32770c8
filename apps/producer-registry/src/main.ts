import { heedSignals } from '#platform/runtime/signals.js';

heedSignals();
await import('./start.js');
