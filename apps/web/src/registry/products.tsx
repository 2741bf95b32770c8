import { useCallback, useEffect, useState } from 'preact/hooks';
import type { components } from '#clients/producer-registry.js';
import { commodityNamed } from '#kernel/commodity-names.js';
import { BASE_UNITS } from '#kernel/units.js';
import { CERTIFICATE_KINDS, PACKS } from '#kernel/states.js';
import { get } from '../api/client.js';
import type { Unit } from '../api/types.js';
import { ActForm } from '../forms/act-form.js';
import { chosenIn, textIn, wholeIn, type Filled } from '../forms/filled.js';
import { Fold } from '../forms/fold.js';
import { CheckInput, CheckList, SelectInput, TextInput } from '../forms/named-fields.js';
import { baseUnitsOf } from '../parts/quantities.js';
import { useAttempt } from '../parts/use-attempt.js';
import type { Say } from '../words/say.js';
import type { Acting } from './acting.js';

type Product = components['schemas']['ProductView'];

/** What the region makes, and the way to add to it. */
export function Products({ say, words, ended }: Omit<Acting, 'changed'>) {
  const { products } = words.records;
  const [known, setKnown] = useState<readonly Product[]>([]);
  const [attempt, failed] = useAttempt(words.offline, ended);
  const load = useCallback(() => {
    attempt(
      get<{ items: Product[] }>('/api/registry/products?limit=500').then(({ items }) => {
        setKnown(items);
      }),
    );
  }, [attempt]);
  useEffect(load, [load]);
  return (
    <section aria-labelledby="products">
      <h2 id="products">{products.heading}</h2>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      {known.length === 0 && <p class="muted">{products.none}</p>}
      <ul class="plain">
        {known.map(({ id, name, commodity, shelfLifeDays, packaging, unit }) => (
          <li key={id}>
            <b>{name}</b> · {say.commodity(commodity)}
            {packaging.map((each) => ` · ${each.name} ${say.exact(each.size, unit)}`).join('')}
            {shelfLifeDays !== null && ` · ${products.keeps(say.count(shelfLifeDays))}`}
          </li>
        ))}
      </ul>
      <Fold label={products.add} draft="product" done={products.done}>
        {(close) => (
          <ActForm
            draft="product"
            send={products.send}
            say={say}
            call={(filled) => ({ path: '/api/registry/products', body: productBody(filled, say.language) })}
            ended={ended}
            done={() => {
              close();
              load();
            }}
          >
            <ProductFields say={say} words={words} />
          </ActForm>
        )}
      </Fold>
    </section>
  );
}

function ProductFields({ say, words }: Pick<Acting, 'say' | 'words'>) {
  const { products } = words.records;
  const [unit, setUnit] = useState<Unit>('GRAM');
  return (
    <>
      <div class="cells">
        <TextInput label={products.name} name="name" required maxLength={200} />
        <TextInput label={products.commodity} name="commodity" required maxLength={60} />
        <SelectInput
          label={products.unit}
          name="unit"
          value={unit}
          choices={BASE_UNITS.map((each) => [each, say.unitName(each)])}
          change={(chosen) => {
            setUnit(BASE_UNITS.find((each) => each === chosen) ?? 'GRAM');
          }}
        />
        <TextInput label={products.life} name="shelfLifeDays" inputMode="numeric" />
        <TextInput label={products.package} name="packaging/0/name" maxLength={60} />
        <TextInput label={products.size(say.unitName(unit))} name="packaging/0/size" inputMode="decimal" />
        <SelectInput
          label={products.packs}
          name="packs"
          choices={PACKS.map((each) => [each, products.packKinds[each]])}
        />
      </div>
      <CheckInput label={products.whole} name="soldInPackages" />
      <CheckList
        legend={products.law}
        name="lawAsksFor"
        choices={CERTIFICATE_KINDS.map((kind) => [kind, say.certificate(kind)])}
      />
    </>
  );
}

function productBody(filled: Filled, language: Say['language']): object {
  const unit = BASE_UNITS.find((each) => each === textIn(filled, 'unit')) ?? 'GRAM';
  const life = wholeIn(filled, 'shelfLifeDays');
  const pack = textIn(filled, 'packaging/0/name');
  return {
    name: textIn(filled, 'name') ?? '',
    commodity: commodityNamed(textIn(filled, 'commodity') ?? ''),
    unit,
    packs: textIn(filled, 'packs'),
    soldInPackages: filled.has('soldInPackages'),
    lawAsksFor: chosenIn(filled, 'lawAsksFor', CERTIFICATE_KINDS),
    packaging:
      pack === undefined
        ? []
        : [{ name: pack, size: baseUnitsOf(textIn(filled, 'packaging/0/size') ?? '', unit, language) }],
    ...(life === undefined ? {} : { shelfLifeDays: life }),
  };
}
