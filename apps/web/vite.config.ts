import { join } from 'node:path';
import { defineConfig } from 'vite';

/** Compiled with the pages from its source: what is built for the services is not there when the image is made. */
const kernel = join(import.meta.dirname, '../../libs/kernel/src');

/** Everything the page needs is in the output: no other host is asked for anything. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias: [{ find: /^#kernel\/(.*)\.js$/, replacement: join(kernel, '$1.ts') }] },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // An inlined data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
