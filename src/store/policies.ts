// Policies that terms refer to, by the hash of their content: written once with the first offer
// that carries one, never changed. A server meets only a handful, so all of them are in memory.
import type { Policy } from '../domain/policy/policy.ts';
import { canonical, decode, nameOf, type Policies, UnknownPolicy } from './codec.ts';
import type { Sql } from './connection.ts';
import type { Row, Statement } from './driver/flights.ts';

const none: Policies = {
  get: (name) => {
    throw new UnknownPolicy(name);
  },
};

/** Raised for contracts whose frozen rules are older than this version of the house can follow. */
export class RulesAreTooOld extends Error {
  constructor(policy: Policy) {
    super(
      [
        `Contracts in this database were signed under ${policy.name} ${policy.version}`,
        'before the rules of disputes were part of it. Only evaluation data is that old:',
        'begin with a new database or data folder.',
      ].join(' '),
    );
    this.name = 'RulesAreTooOld';
  }
}

export class PolicyBook implements Policies {
  readonly #policies = new Map<string, Policy>();

  get(name: string): Policy {
    return this.#policies.get(name) ?? none.get(name);
  }

  has(policy: Policy): boolean {
    return this.#policies.has(nameOf(policy));
  }

  /** Only what is committed may be added: the next transaction will not write it again. */
  add(policy: Policy): void {
    this.#policies.set(nameOf(policy), policy);
  }

  addRows(rows: readonly Row[]): void {
    for (const row of rows) this.add(policyOfRow(row));
  }
}

export function policyOfRow(row: Row): Policy {
  const policy = decode<Policy>(String(row.policy), none);
  if (!('dispute' in policy)) throw new RulesAreTooOld(policy);
  return policy;
}

export const readPolicies: Statement = {
  name: 'policies-read',
  text: 'select policy::text from policies',
};

export async function loadPolicies(sql: Sql, book: PolicyBook): Promise<void> {
  book.addRows(await sql.query(readPolicies.text));
}

export function insertPolicies(policies: readonly Policy[]): Statement {
  return {
    name: 'policies-insert',
    text: `insert into policies (hash, policy) select * from unnest($1::text[], $2::json[])
      on conflict do nothing`,
    values: [policies.map(nameOf), policies.map((policy) => canonical(policy))],
  };
}
