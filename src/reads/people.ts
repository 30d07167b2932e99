// The people of a contract as both sides see each other, and who somebody is on it. Strangers
// have no form of a contract at all.

import { type Contract, partyOf } from '../domain/contracts/contract.ts';
import { isHidden } from '../domain/contracts/decide.ts';
import { hasCase } from '../domain/contracts/disputes/mediation/the-mediator.ts';
import type { Viewer } from '../domain/contracts/seen/feedback.ts';
import type { Actor, Party, Role } from '../domain/people.ts';
import type { Sql } from '../store/connection.ts';

/** Who looks: what a session or a key stands for. */
export type Looker = { readonly id: string; readonly roles: readonly Role[] };

/** A party as the other one sees them. */
export type PartySeen = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly city: string | null;
};

export type Parties = Readonly<Record<Party, PartySeen>>;

/** The contracts of the person in $1, as a condition; an offer never sent is its client's alone. */
export const mine = `(c.client = $1 or (c.freelancer = $1 and c.state->>'sentAt' is not null))`;

/**
 * As whom somebody looks at a contract; null for whoever may not know that it exists. A mediator
 * looks at a contract when one of its cases is or was theirs.
 */
export function viewerOf(contract: Contract, looker: Looker): Viewer | null {
  const viewer = partyOf(contract, looker.id) ?? lookingOn(contract, looker);
  return viewer === null || isHidden(contract, viewer, looker.id) ? null : viewer;
}

function lookingOn({ disputes }: Contract, { id, roles }: Looker): Viewer | null {
  const theirs = disputes.some((dispute) => hasCase(dispute, id));
  if (roles.includes('mediator') && theirs) return 'mediator';
  return roles.includes('operator') ? 'operator' : null;
}

/**
 * As whom somebody who is no party gives a command that these may give: a mediator to take a case,
 * a moderator to judge feedback. The domain says whether there is anything for them.
 */
export function helperOf({ id, roles }: Looker, who: readonly Role[]): Actor | null {
  const as = (['mediator', 'moderator'] as const).find(
    (role) => roles.includes(role) && who.includes(role),
  );
  return as === undefined ? null : { as, person: id };
}

export function actorOf(viewer: Viewer, looker: Looker): Actor {
  return { as: viewer, person: looker.id };
}

type Row = { id: string; name: string; time_zone: string; city: string | null };

/** People by id. Somebody who is not there any more keeps their place, without a name. */
export async function partiesSeen(
  sql: Sql,
  ids: readonly string[],
): Promise<(id: string) => PartySeen> {
  const rows = await sql.query<Row>(
    'select id, name, time_zone, city from people where id = any($1)',
    [[...new Set(ids)]],
  );
  const seen = new Map(
    rows.map(({ id, name, time_zone: timeZone, city }) => [id, { id, name, timeZone, city }]),
  );
  return (id) => seen.get(id) ?? { id, name: id, timeZone: 'UTC', city: null };
}

/** As what somebody's score is asked for: as wanted, else by their work; null without any. */
export function scoredAs(roles: readonly Role[], wanted?: Party): Party | null {
  const sides = (['freelancer', 'client'] as const).filter((side) => roles.includes(side));
  return (wanted === undefined ? sides[0] : sides.find((side) => side === wanted)) ?? null;
}

export function namesOf(parties: Parties): Readonly<Record<Party, string>> {
  return { client: parties.client.name, freelancer: parties.freelancer.name };
}
