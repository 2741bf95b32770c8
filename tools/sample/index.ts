export { SUGAR_PRODUCT, sampleInput } from './banyumas.js';
export { loadSample } from './load-sample.js';
export { machineTokens } from './machine-tokens.js';
export { onDay } from './on-day.js';
export { sampleOrders } from './orders.js';
export { progressBar } from './progress.js';
export type { SampleInput, SampleOrder, ScenarioName } from './sample-input.js';
export { scenarioFromFile } from './scenario-from-file.js';
