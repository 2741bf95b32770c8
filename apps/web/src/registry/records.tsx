import type { Acting } from './acting.js';
import { Merging } from './merging.js';
import { ProducerForm } from './producer-form.js';
import { Products } from './products.js';
import { SelfDeclared } from './self-declared.js';
import { Verifying } from './verifying.js';

/** What an officer keeps of the registry, beside each producer's own file. */
export function Records({ today, ...acting }: Acting & { readonly today: string }) {
  return (
    <>
      <ProducerForm today={today} {...acting} />
      <Verifying {...acting} />
      <SelfDeclared {...acting} />
      <Merging {...acting} />
      <Products {...acting} />
    </>
  );
}
