import { heedSignals } from '#platform/context/signals.js';

heedSignals();
await import('./start.js');
