// Refolds and re-sums everything that the database holds, and says where it differs from what is
// stored. It reads one consistent picture of the database and changes nothing. There must be no
// finding, ever; the door to repairs is a person who reads them.
import { UnknownPolicy } from '../../store/codec.ts';
import type { Database, Session } from '../../store/connection.ts';
import type { Row, Statement } from '../../store/driver/flights.ts';
import { eventColumns } from '../../store/events.ts';
import { PolicyBook, readPolicies } from '../../store/policies.ts';
import { fileFindings } from './audit-files.ts';
import { ledgerChecks, textFindings } from './audit-ledger.ts';
import { type Finding, findingsOf } from './audit-stream.ts';

export type { Finding };

export type AuditReport = {
  readonly contracts: number;
  readonly wallets: number;
  readonly events: number;
  readonly postings: number;
  readonly findings: readonly Finding[];
};

const page = 200;
const mostFindings = 1_000;

/** Audits the whole database. Stops looking after a thousand findings. */
export async function auditAll(db: Database): Promise<AuditReport> {
  return db.session(async (session) => {
    await session.flight([{ text: 'begin isolation level repeatable read read only' }]);
    const book = new PolicyBook();
    const [policies = []] = await session.flight([readPolicies]);
    const findings = readable(book, policies);
    const contracts = await auditTable(session, 'contracts', book, findings);
    const wallets = await auditTable(session, 'wallets', book, findings);
    for (const check of ledgerChecks) findings.push(...(await check(session)));
    await session.flight([{ text: 'rollback' }]);
    return {
      contracts: contracts.streams,
      wallets: wallets.streams,
      events: contracts.events + wallets.events,
      postings: contracts.postings + wallets.postings,
      findings: findings.slice(0, mostFindings),
    };
  });
}

/** Policies are taken one by one: what cannot be read must not keep the others from being. */
function readable(book: PolicyBook, rows: readonly Row[]): Finding[] {
  const findings: Finding[] = [];
  for (const row of rows) {
    try {
      book.addRows([row]);
    } catch (error) {
      if (error instanceof UnknownPolicy) throw error;
      findings.push({ kind: 'policy_changed', about: 'policies', detail: String(error) });
    }
  }
  return findings;
}

async function auditTable(
  session: Session,
  table: 'contracts' | 'wallets',
  book: PolicyBook,
  findings: Finding[],
) {
  const counts = { streams: 0, events: 0, postings: 0 };
  for (let after = ''; findings.length < mostFindings; ) {
    const [streams = []] = await session.flight([streamPage(table, after)]);
    const ids = streams.map((row) => String(row.id));
    const [events = [], postings = []] = await both(session, ids);
    const eventsOf = Map.groupBy(events, (row) => row.stream);
    const postingsOf = Map.groupBy(postings, (row) => row.stream);
    for (const row of streams) {
      const own = { events: eventsOf.get(row.id) ?? [], postings: postingsOf.get(row.id) ?? [] };
      findings.push(...findingsOf({ row, ...own }, book));
    }
    findings.push(...(await textFindings(session, events)));
    findings.push(...(await fileFindings(session, events)));
    counts.streams += streams.length;
    counts.events += events.length;
    counts.postings += postings.length;
    if (streams.length < page) break;
    after = ids.at(-1) ?? '';
  }
  return counts;
}

function streamPage(table: 'contracts' | 'wallets', after: string): Statement {
  return {
    text: `select *, state::text as state${table === 'contracts' ? ', terms::text as terms' : ''}
      from ${table} where id > $1 order by id limit $2`,
    values: [after, page],
  };
}

async function both(session: Session, ids: readonly string[]): Promise<Row[][]> {
  return session.flight([
    {
      text: `select ${eventColumns}, xid::text as xid from events where stream = any($1)
        order by stream, seq`,
      values: [ids],
    },
    {
      text: `select stream, seq, from_account, to_account, amount from postings
        where stream = any($1) order by stream, seq, n`,
      values: [ids],
    },
  ]);
}
