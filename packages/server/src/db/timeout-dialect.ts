import {
  CompiledQuery,
  PostgresDialect,
  type DatabaseConnection,
  type Driver,
  type QueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';

/** A connection of a pooler: each statement outside a transaction becomes one, with the timeout in it. */
class TimedConnection implements DatabaseConnection {
  inTransaction = false;

  constructor(
    readonly inner: DatabaseConnection,
    readonly begin: CompiledQuery,
  ) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.inTransaction) return this.inner.executeQuery<R>(query);
    await this.inner.executeQuery(this.begin);
    try {
      const result = await this.inner.executeQuery<R>(query);
      await this.inner.executeQuery(CompiledQuery.raw('commit'));
      return result;
    } catch (error) {
      // A connection that broke cannot roll back; what went wrong first is what is told.
      await this.inner.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Behind a pooler nothing is streamed');
  }
}

class TimedDriver implements Driver {
  readonly #limit: CompiledQuery;
  readonly #begin: CompiledQuery;

  constructor(
    private readonly inner: Driver,
    timeoutMs: number,
  ) {
    const limit = `set local statement_timeout = ${String(timeoutMs)}`;
    this.#limit = CompiledQuery.raw(limit);
    this.#begin = CompiledQuery.raw(`begin; ${limit}`);
  }

  init(): Promise<void> {
    return this.inner.init();
  }

  destroy(): Promise<void> {
    return this.inner.destroy();
  }

  async acquireConnection(): Promise<TimedConnection> {
    return new TimedConnection(await this.inner.acquireConnection(), this.#begin);
  }

  async beginTransaction(connection: TimedConnection, settings: TransactionSettings): Promise<void> {
    await this.inner.beginTransaction(connection.inner, settings);
    await connection.inner.executeQuery(this.#limit);
    connection.inTransaction = true;
  }

  commitTransaction(connection: TimedConnection): Promise<void> {
    connection.inTransaction = false;
    return this.inner.commitTransaction(connection.inner);
  }

  rollbackTransaction(connection: TimedConnection): Promise<void> {
    connection.inTransaction = false;
    return this.inner.rollbackTransaction(connection.inner);
  }

  async savepoint(
    connection: TimedConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await this.inner.savepoint?.(connection.inner, name, compile);
  }

  async rollbackToSavepoint(
    connection: TimedConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await this.inner.rollbackToSavepoint?.(connection.inner, name, compile);
  }

  async releaseSavepoint(
    connection: TimedConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await this.inner.releaseSavepoint?.(connection.inner, name, compile);
  }

  releaseConnection(connection: TimedConnection): Promise<void> {
    return this.inner.releaseConnection(connection.inner);
  }
}

/**
 * PostgreSQL behind a pooler such as PgBouncer, which refuses or forgets a timeout that is given at the start of a
 * connection. In transaction mode a connection is another one after each transaction, so the timeout goes with each.
 */
export class TimeoutDialect extends PostgresDialect {
  constructor(
    config: ConstructorParameters<typeof PostgresDialect>[0],
    private readonly timeoutMs: number,
  ) {
    super(config);
  }

  override createDriver(): Driver {
    return new TimedDriver(super.createDriver(), this.timeoutMs);
  }
}
