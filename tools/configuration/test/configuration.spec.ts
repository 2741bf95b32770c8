import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readProgram, Source } from '../../openapi/source.js';
import { asked, ENV_EXAMPLE, envExample } from '../env-example.js';
import { CONFIGURATION_PAGE, configurationPage } from '../page.js';
import { SETTING_NAMES } from '#platform/context/setting-names.js';
import { variables } from '../variables.js';

const all = variables(new Source(readProgram(), ['apps/', 'libs/platform/', 'libs/files/']));

it('every setting is known by name to every process, which warns of others', () => {
  expect([...SETTING_NAMES]).toEqual(all.map(({ name }) => name));
});

describe('the configuration', () => {
  it('is described as it is: run npm run describe', () => {
    expect(readFileSync(CONFIGURATION_PAGE, 'utf8')).toBe(configurationPage(all));
    expect(readFileSync(ENV_EXAMPLE, 'utf8')).toBe(envExample(readFileSync('docker-compose.yml', 'utf8'), all));
  });

  it('says of every variable what it is for', () => {
    expect(all.filter(({ about }) => about === '').map(({ name }) => name)).toEqual([]);
    expect(all.length).toBeGreaterThan(20);
  });

  it('knows every variable that holds a password or a key as a secret', () => {
    const names = all
      .map(({ name }) => name)
      .filter((name) => /PASSWORD|KAFKA_C|_KEY$|DATABASE_URL|LOG_URL|SMTP_URL|SECRET/.test(name));
    expect(all.filter(({ name, secret }) => names.includes(name) !== secret).map(({ name }) => name)).toEqual([]);
  });
});

describe('.env.example', () => {
  it('has what compose asks for once, and no dollar that compose does not read', () => {
    const text = 'a: ${ONE:?say one} ${TWO:-2} ${ONE:?say one} $${THREE:-3}';
    expect(asked(text).map(({ name, standard }) => [name, standard])).toEqual([
      ['ONE', undefined],
      ['TWO', '2'],
    ]);
    expect(envExample(text, [])).toContain('# Say one.\nONE=\n\n# TWO=2\n');
  });
});
