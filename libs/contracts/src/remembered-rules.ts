import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;
type Grouped = ReturnType<Storage['groupByPropertyName']>;

let remembered = false;

/**
 * class-validator looks through the rules of all classes there are for every object that it checks, a tenth of what an
 * order costs. A class's rules do not change once it is declared: from now on they are looked up once a class.
 */
export function rememberRules(): void {
  if (remembered) return;
  remembered = true;
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  const known = new Map<unknown, Rules>();
  const grouped = new WeakMap<Rules, Grouped>();
  storage.getTargetValidationMetadatas = (target, ...how) => {
    const [, always, strictGroups, groups] = how;
    // Nothing here validates in groups, or by a schema.
    if (always || strictGroups || groups?.length) return find(target, ...how);
    let rules = known.get(target);
    if (!rules) known.set(target, (rules = find(target, ...how)));
    return rules;
  };
  storage.groupByPropertyName = (rules) => {
    let groups = grouped.get(rules);
    if (!groups) grouped.set(rules, (groups = group(rules)));
    return groups;
  };
}
