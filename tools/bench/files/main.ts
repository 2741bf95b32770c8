import { benchOrderFile } from './orders.js';
import { benchProducerFiles } from './producers.js';

/**
 * Large files through the public interface, each into freshly started services: 33,000 producers with their stock, then
 * 100,000 orders as CSV and as a workbook. Goals: 20 s and 60 s, and 256 MiB at the service's peak.
 */
export async function benchFiles(print: (row: object) => void): Promise<void> {
  print(await benchProducerFiles());
  print(await benchOrderFile('csv'));
  print(await benchOrderFile('xlsx'));
}
