// Every error of the API as problem+json: a registered type, a sentence, where in the request it
// is, and what helps instead. Nothing of the inside is told: no stack, no statement, no path.
import { randomUUID } from 'node:crypto';
import { factsSeen, isMoney } from '../domain/contracts/seen/parts.ts';
import { otherParty } from '../domain/people.ts';
import type { Rejection, RejectionCode } from '../domain/rejections.ts';
import type { Standing } from '../reads/standing.ts';
import type { FieldProblem } from '../wire/commands.ts';
import {
  type FieldError,
  type NetworkCode,
  networkProblems,
  type Problem,
  type ProblemCode,
  pointerOf,
  problemStatus,
  problemType,
} from '../wire/problem.ts';
import { rejectionSentence, rejectionTitle } from '../words/rejections.ts';
import { fullMomentText } from '../words/time.ts';

/** Thrown where a request cannot go on; the app answers with it. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.code);
    this.name = 'ApiProblem';
    this.problem = problem;
    this.headers = headers;
  }
}

export function titleOf(code: ProblemCode): string {
  return code in networkProblems
    ? networkProblems[code as NetworkCode][1]
    : rejectionTitle(code as RejectionCode);
}

function problem(code: ProblemCode, detail: string, more: Partial<Problem> = {}): Problem {
  return {
    type: problemType(code),
    title: titleOf(code),
    status: problemStatus(code),
    detail,
    instance: `urn:uuid:${randomUUID()}`,
    code,
    ...more,
  };
}

/** A trouble of the network, with a sentence of its own. */
export function trouble(
  code: NetworkCode,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): ApiProblem {
  return new ApiProblem(problem(code, detail), headers);
}

/** For strangers and for what does not exist: the same to the last letter. */
export function notFound(): ApiProblem {
  return new ApiProblem(problem('not_found', 'This does not exist, or it is not yours to see.'));
}

/** All fields that are not as they must be. */
export function fieldsProblem(problems: readonly FieldProblem[]): ApiProblem {
  const errors = problems.map(({ code, field, pointer, message }) => ({
    ...{ code, field, pointer },
    detail: message,
  }));
  const [first] = errors;
  const alone = problems.length === 1 && first !== undefined;
  const detail = alone ? first.detail : `${problems.length} fields need another look.`;
  return new ApiProblem(problem('fields_invalid', detail, { errors }));
}

/** What a refusal is told with, where there is a contract or a wallet around it. */
export type Around = { readonly currency: string; readonly standing?: Standing | null };

/** A refusal of the domain. */
export function refusal(rejection: Rejection, { currency, standing }: Around): ApiProblem {
  const { rejected, field, facts } = rejection;
  if (rejected === 'not_found' && field === undefined) return notFound();
  const detail = sentenceOf(rejection, { currency, ...(standing ? { standing } : {}) });
  const errors: FieldError[] =
    field === undefined ? [] : [{ code: rejected, field, pointer: pointerOf(field), detail }];
  const instead = rejection.instead ?? standing?.instead ?? [];
  return new ApiProblem(
    problem(rejected, detail, {
      ...(errors.length === 0 ? {} : { errors }),
      facts: { ...factsSeen(facts) },
      ...(instead.length === 0 ? {} : { instead: [...instead] }),
      ...(standing ? { contract: contractOf(standing) } : {}),
    }),
  );
}

function contractOf({ view, allowed }: Standing): NonNullable<Problem['contract']> {
  const [next] = view.next;
  return {
    status: view.status,
    allowed: [...allowed],
    next: next === undefined ? null : { what: next.what, at: next.at },
  };
}

function sentenceOf({ rejected, field, facts }: Rejection, around: Around): string {
  const { standing } = around;
  const money = Object.values(facts).find(isMoney);
  const titles = Object.entries(standing?.view.milestones ?? {}).map(([id, { title }]) => [
    id,
    title,
  ]);
  const viewer = standing?.viewer;
  const party = viewer === 'client' || viewer === 'freelancer' ? viewer : null;
  return rejectionSentence(
    { rejected, facts: factsSeen(facts), ...(field === undefined ? {} : { field }) },
    {
      currency: money?.currency ?? around.currency,
      when: (at: string) => fullMomentText(Temporal.Instant.from(at), 'UTC'),
      titles: Object.fromEntries(titles),
      ...(party === null || !standing ? {} : { other: standing.parties[otherParty(party)].name }),
    },
  );
}
