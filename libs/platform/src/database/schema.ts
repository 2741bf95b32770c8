import { DataSource } from 'typeorm';
import { DomainError } from '#kernel/domain-error.js';
import { compareSchema, schemaTrouble, type SchemaNeeds } from './schema-trouble.js';

/** The schema of a service's database, as the service asks for it while it runs. */
export class Schema {
  constructor(
    private readonly dataSource: DataSource,
    private readonly needs: SchemaNeeds,
  ) {}

  /** Name of the newest migration that this code needs. */
  get newest(): string {
    return this.needs.migrations.at(-1) ?? 'none';
  }

  /**
   * @returns why this code must not work on the database as it is now; undefined when it may
   * @throws the driver's error when the database does not answer
   */
  async trouble(): Promise<DomainError | undefined> {
    const query = <Row>(sql: string, parameters?: unknown[]): Promise<Row[]> => this.dataSource.query(sql, parameters);
    return schemaTrouble(await compareSchema(query, this.needs), this.needs);
  }
}
