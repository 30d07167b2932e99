// The way of a form that writes terms: rows come and go, numbers are worked out, the offer is
// looked at, and at last sent with the promise of what was shown. Whatever is wrong leads back to
// the form with everything that was typed.
import type { Context } from 'hono';
import { factsSeen } from '../../domain/contracts/seen/parts.ts';
import type { Rejection } from '../../domain/rejections.ts';
import type { ContractPreview, PlainCommand } from '../../engine/requests.ts';
import { rejectionSentence } from '../../words/rejections.ts';
import { momentText } from '../../words/time.ts';
import { type Confirming, carryOut, workOutAgain } from '../confirm/confirm.ts';
import { PutRight } from '../confirm/confirm-page.tsx';
import { type Mistake, type Shown, type Trouble, typedOf } from '../confirm/shown.ts';
import { formOf } from '../context/form.ts';
import { frameOf } from '../context/frame.tsx';
import { type Previewed, previewedBy } from '../contracts/do/previewed.ts';
import { applyRowAction, readRows } from '../parts/form/milestone-rows.ts';
import { Problem } from '../parts/messages.tsx';
import { renderPage } from '../parts/page.tsx';
import { noMilestones, placeOf, readTerms } from './composed.ts';
import { ComposerPage } from './composer-page.tsx';
import { OfferPage } from './offer-page.tsx';
import { isDifferent } from './terms/differences.ts';
import { withRows } from './terms/full-terms.ts';
import {
  actorIn,
  addressed,
  contractIn,
  currencyIn,
  namesIn,
  newTerms,
  oldTerms,
  recipientIn,
  seerIn,
  type Writing,
} from './writing.ts';

type Offering = Confirming<PlainCommand, ContractPreview>;

export function offering(c: Context, writing: Writing): Offering {
  const { engine } = writing.site;
  const by = actorIn(writing);
  const asked = async (command: PlainCommand) => ({
    contract: contractIn(writing),
    command: await addressed(writing, command),
    by,
  });
  return {
    read: (form) => readTerms(writing.command, form, oldTerms(writing)),
    place: placeOf,
    sketch: (command) => command,
    lacking: () => [],
    preview: async (command) => engine.previewContract(await asked(command)),
    execute: async (command, key, promise) =>
      engine.execute({ ...(await asked(command)), key, promise }),
    say: (rejection) => saidOf(writing, rejection),
    page: (shown) => pageOf(c, writing, shown),
    done: ({ stream }) => `/contracts/${stream}`,
  };
}

export async function answerForm(c: Context, writing: Writing): Promise<Response> {
  const form = await formOf(c);
  const pressed = form.get('_do') ?? form.get('do') ?? 'look';
  const way = offering(c, writing);
  const rows = applyRowAction(readRows(form), pressed);
  if (rows !== undefined) return answerUnjudged(c, writing, withRows(form, rows));
  if (pressed === 'somebody-else') {
    form.set('to', '');
    return answerUnjudged(c, writing, form);
  }
  return pressed === 'confirm' ? carryOut(c, way, form) : workOutAgain(c, way, form);
}

/** The form with other rows in it: somebody who is still writing has made no mistakes yet. */
async function answerUnjudged(
  c: Context,
  writing: Writing,
  form: URLSearchParams,
): Promise<Response> {
  const shown = { typed: typedOf(form, []), preview: null, trouble: null, form };
  return c.html(await pageOf(c, writing, shown), 422);
}

/** Whether one is still writing, whatever the preview says. */
function isWriting(form: URLSearchParams): boolean {
  const pressed = form.get('_do') ?? form.get('do') ?? '';
  return pressed === 'work' || pressed === 'edit';
}

export async function pageOf(
  c: Context,
  writing: Writing,
  shown: Shown<ContractPreview>,
): Promise<string> {
  const { form, preview, trouble } = shown;
  const place = writing.room === undefined ? 'offers' : 'contracts';
  const [frame, recipient] = await Promise.all([
    frameOf(writing.site, c, place),
    recipientIn(writing, form),
  ]);
  const names = namesIn(writing, recipient);
  const made = preview && previewedBy(preview, seerIn(writing), names, writing.reader);
  const sendable = trouble === null || trouble.kind === 'stale';
  if (made !== null && sendable && !isWriting(form) && !isSameAnswer(writing, made)) {
    const problem = trouble === null ? undefined : <StaleOffer writing={writing} />;
    const pressKey = crypto.randomUUID();
    return renderPage(<OfferPage {...{ frame, writing, made, form, problem, pressKey }} />);
  }
  const problem = problemOf(writing, trouble, made !== null && !isWriting(form));
  return renderPage(<ComposerPage {...{ frame, writing, recipient, shown, made, problem }} />);
}

/** An answer with the terms of the offer is no answer. */
function isSameAnswer(writing: Writing, made: Previewed): boolean {
  const old = oldTerms(writing);
  if (old === undefined || writing.command !== 'counter_offer') return false;
  return !isDifferent(old, newTerms(writing, made));
}

function problemOf(writing: Writing, trouble: Trouble | null, same: boolean) {
  if (trouble?.kind === 'mistakes') return <PutRight mistakes={trouble.mistakes.map(named)} />;
  if (trouble?.kind === 'refused') {
    const mistake = refusedAt(writing, trouble.rejection);
    if (mistake !== null) return <PutRight mistakes={[mistake]} />;
    return (
      <Problem title="This is not possible now">
        {saidOf(writing, trouble.rejection)} Nothing was sent.
      </Problem>
    );
  }
  if (!same) return undefined;
  return (
    <Problem title="These are the terms of the offer">
      Change something, or accept the offer as it is. Nothing was sent.
    </Problem>
  );
}

/** In a list above the form, what is wrong says in which row. */
function named({ field, text }: Mistake): Mistake {
  const [, index] = /^milestone-(\d+)-/.exec(field) ?? [];
  const whole = index === undefined || text === noMilestones;
  return whole ? { field, text } : { field, text: `${rowName(index)}: ${text}` };
}

function rowName(index: string): string {
  return `Milestone ${Number(index) + 1}`;
}

/** Without money for the first milestone, the tick is the field to look at. */
function refusedAt(writing: Writing, rejection: Rejection): Mistake | null {
  if (rejection.rejected !== 'payment_method_missing') return null;
  return { field: 'fund_first', text: `${saidOf(writing, rejection)} Or send it without money.` };
}

function saidOf(writing: Writing, { rejected, facts }: Rejection): string {
  const { reader, room } = writing;
  const seen = factsSeen(facts);
  const currency =
    room === undefined
      ? String(facts.currency ?? 'USD')
      : currencyIn(writing, new URLSearchParams());
  return rejectionSentence(
    { rejected, facts: seen },
    { currency, when: (at) => momentText(Temporal.Instant.from(at), reader.zone, reader.now) },
  );
}

function StaleOffer({ writing }: { writing: Writing }) {
  const what = writing.command === 'send_offer' ? 'sent' : 'changed';
  return (
    <Problem title={`Nothing was ${what}: it would no longer do what you were shown`}>
      The rules, your balance or the offer changed meanwhile, or the page was older than an hour.
      Below is what it does now; press again if you still want it.
    </Problem>
  );
}
