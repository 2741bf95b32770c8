export { sampleInput, type SampleChoice } from './banyumas.js';
export { loadSample, type LoadTarget } from './load-sample.js';
export { sampleOrders } from './orders.js';
export { progressBar, type Progress } from './progress.js';
export type { SampleInput, SampleOrder, ScenarioName } from './sample-input.js';
export { scenarioFromFile } from './scenario-from-file.js';
