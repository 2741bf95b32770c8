// A process of a release's own: `#platform` and the like are its modules, not those of the test that looks on.
const [tool] = process.argv.slice(2);
const { waitUntilQuiet } = await import(tool);
const asked = new Map();
let asks = 0;

process.on('message', async (message) => {
  if (message.offsets) {
    asked.get(message.ask)(new Map(message.offsets.map(([partition, offset]) => [partition, BigInt(offset)])));
    return;
  }
  const endOffsets = (topic) =>
    new Promise((resolve) => {
      asks += 1;
      asked.set(asks, resolve);
      process.send({ ask: asks, topic });
    });
  try {
    await waitUntilQuiet({ addresses: message.addresses, eventLog: { endOffsets } });
    process.send({ quiet: true });
  } catch (error) {
    process.send({ error: String(error) });
  }
});
