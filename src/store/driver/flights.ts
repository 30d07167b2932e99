// Several statements sent together and awaited together on one connection: a flight. `begin` and
// the reads go in the first, the writes and `commit` in the second, so a transaction costs two
// round trips. A commit in a flight cannot be withheld: every check is a constraint or comes
// before. Nothing here opens or returns connections; connection.ts does.
import { CommitRefused, sqlState } from './failures.ts';
import { toWire } from './values.ts';

/** A named statement is prepared once per connection; its name must always mean the same text. */
export type Statement = {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
};

export type Row = Record<string, unknown>;

/** The part of the driver's client that is used. */
export type Wire = {
  query(config: { text: string; values: unknown[]; name?: string }): Promise<Answer | Answer[]>;
  getTransactionStatus(): string | null;
};
type Answer = { rows: Row[]; command: string };

/** The statements' names and texts, shared by all connections of a database. */
export type Names = Map<string, string>;

const IN_FAILED_TRANSACTION = '25P02';

export async function send(wire: Wire, names: Names, statement: Statement): Promise<Row[]> {
  const answer = await wire.query(prepared(names, statement));
  return rowsOf(statement, answer);
}

/** All rows of all statements, or the error of the statement that was the first to fail. */
export async function flight(
  wire: Wire,
  names: Names,
  statements: readonly Statement[],
): Promise<Row[][]> {
  refuseLooseFlight(wire, statements);
  // Everything is checked before anything is sent: see values.ts.
  const configs = statements.map((statement) => prepared(names, statement));
  const answers = await Promise.allSettled(configs.map((config) => wire.query(config)));
  const culprit = culpritOf(answers);
  if (culprit) throw culprit.reason;
  return answers.map((answer, index) =>
    rowsOf(statements[index] as Statement, (answer as PromiseFulfilledResult<Answer>).value),
  );
}

/** Later statements only say that the transaction had already failed. */
function culpritOf(answers: PromiseSettledResult<unknown>[]): PromiseRejectedResult | undefined {
  const failed = answers.filter((answer) => answer.status === 'rejected');
  return failed.find(({ reason }) => sqlState(reason) !== IN_FAILED_TRANSACTION) ?? failed[0];
}

/** Without `begin` each statement would be a transaction of its own and outlive its neighbours. */
function refuseLooseFlight(wire: Wire, statements: readonly Statement[]): void {
  const idle = !isOpen(wire);
  if (idle && statements.length > 1 && !/^begin\b/i.test(statements[0]?.text ?? '')) {
    throw new Error('A flight of several statements must begin with `begin`.');
  }
  if (statements.slice(0, -1).some((statement) => isCommit(statement))) {
    throw new Error('Nothing can follow `commit` in a flight.');
  }
}

/** True while the connection is inside a transaction, failed or not. */
export function isOpen(wire: Wire): boolean {
  const status = wire.getTransactionStatus();
  return status !== null && status !== 'I';
}

function isCommit(statement: Statement): boolean {
  return /^commit\b/i.test(statement.text);
}

function prepared(names: Names, { text, values, name }: Statement) {
  const config = { text, values: toWire(values ?? []) };
  if (name === undefined) return config;
  const known = names.get(name);
  if (known !== undefined && known !== text) {
    throw new Error(`The statement name ${name} already stands for another text.`);
  }
  names.set(name, text);
  return { ...config, name };
}

/** A text without values may hold many statements; the rows are those of the last. */
function rowsOf(statement: Statement, answer: Answer | Answer[]): Row[] {
  const last = Array.isArray(answer) ? answer.at(-1) : answer;
  // COMMIT of a failed transaction answers ROLLBACK, without an error.
  if (isCommit(statement) && last?.command !== 'COMMIT') {
    throw new CommitRefused(last?.command ?? 'nothing');
  }
  return last?.rows ?? [];
}
