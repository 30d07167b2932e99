// The page on which an offer, its revision or a counter goes out: what the other side gets to
// read, what it does to the money now and in the end, and what happens next. It carries all that
// was typed, so that the way back to the form loses nothing.
import type { ComponentChildren } from 'preact';
import { toDecimal } from '../../domain/money/money.ts';
import { forecastSentence } from '../../words/forecast.ts';
import { amountOf } from '../../words/scene.ts';
import { cityOf } from '../../words/time.ts';
import { ConfirmPage } from '../confirm/confirm-page.tsx';
import { Deadlines } from '../confirm/deadlines.tsx';
import { Movements } from '../confirm/movements.tsx';
import type { Previewed } from '../contracts/do/previewed.ts';
import { Sums } from '../parts/amount.tsx';
import type { Frame } from '../parts/frame.ts';
import { Chapter } from '../parts/layout.tsx';
import { Deadline } from '../parts/panel.tsx';
import { ifAllReleased } from './money/if-all-released.ts';
import { paidNow, rowsNow, rowsOfAll } from './money/offer-money.ts';
import { confirmWords, crumbsOf } from './offer-words.tsx';
import { TermsDifference } from './terms/counter-terms.tsx';
import { OfferTerms } from './terms/offer-terms.tsx';
import { newTerms, oldTerms, pathOfWriting, type Writing } from './writing.ts';

export type OfferPageProps = {
  readonly frame: Frame;
  readonly writing: Writing;
  readonly made: Previewed;
  readonly form: URLSearchParams;
  readonly problem?: ComponentChildren;
  /** Unique for this showing: a press that arrives twice counts once. */
  readonly pressKey: string;
};

export function OfferPage(props: OfferPageProps) {
  const { frame, writing, made, form, problem, pressKey } = props;
  const words = confirmWords(writing, made);
  const { name, version } = made.after.policy;
  return (
    <ConfirmPage
      {...{ frame, problem }}
      crumbs={crumbsOf(writing)}
      title={words.title}
      state={words.state}
      facts={[
        writing.command === 'counter_offer' ? 'You are the freelancer' : 'You are the client',
        `Rules: ${name} ${version}`,
      ]}
      action={pathOfWriting(writing)}
      keeps={{ _promise: made.promise, _key: pressKey }}
      press={{ says: words.says, label: words.label }}
      back={{ value: 'edit', label: words.edit }}
    >
      <Kept form={form} />
      <Difference {...props} />
      <Chapter id="terms" title={readBy(props)} note="Exactly this, frozen as it stands here.">
        <h3 class="terms-title">
          <bdi>{newTerms(writing, made).title}</bdi>
        </h3>
        <OfferTerms
          terms={newTerms(writing, made)}
          policy={made.after.policy}
          {...{ scene: made.scene, reader: writing.reader }}
          sum={writing.command === 'counter_offer' ? 'Asked for' : 'Offered'}
        />
      </Chapter>
      <Note {...props} />
      <Money {...props} />
      <Next {...props} />
    </ConfirmPage>
  );
}

/** Everything that was typed, unseen. Names of the page itself begin with an underscore. */
function Kept({ form }: { form: URLSearchParams }) {
  const kept = [...form].filter(([name]) => !name.startsWith('_') && name !== 'do');
  return (
    <>
      {kept.map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function readBy({ made, writing }: OfferPageProps): string {
  const { client, freelancer } = made.scene.names;
  return `What ${writing.command === 'counter_offer' ? client : freelancer} gets to read`;
}

function Difference({ made, writing }: OfferPageProps) {
  const old = oldTerms(writing);
  if (old === undefined) return null;
  const answers = writing.command === 'counter_offer';
  return (
    <Chapter id="differs" title="What differs" note="Line by line. Both columns add up.">
      <TermsDifference
        before={old}
        after={newTerms(writing, made)}
        moments={[
          { title: 'The offer', note: 'as it stands' },
          answers
            ? { title: 'Your answer', note: 'if it is accepted' }
            : { title: 'The new offer', note: 'when you press' },
        ]}
        {...{ scene: made.scene, reader: writing.reader }}
      />
    </Chapter>
  );
}

function Note({ made }: OfferPageProps) {
  const note = made.after.counter?.status === 'open' ? made.after.counter.note : undefined;
  if (note === undefined) return null;
  return (
    <Chapter id="note" title="Why" note={`${made.scene.names.client} reads it too.`}>
      <p class="as-written" dir="auto">
        {note}
      </p>
    </Chapter>
  );
}

function Money(props: OfferPageProps) {
  const { made } = props;
  const all = ifAllReleased(made.preview);
  const { scene } = made;
  return (
    <>
      <Chapter id="money" title="Your money now" note="When you press, at once.">
        <MoneyNow {...props} />
      </Chapter>
      {all !== null && (
        <Chapter
          id="whole"
          title="If all of it is released"
          note="Worked out by carrying it out, milestone by milestone, without doing it."
        >
          <div class="measured">
            <Sums
              caption={`What both sides come to, in ${scene.currency}`}
              rows={rowsOfAll(all, scene)}
            />
            <p class="note above-3">Amounts in {scene.currency}. No tax applied.</p>
          </div>
        </Chapter>
      )}
    </>
  );
}

function MoneyNow({ made, writing }: OfferPageProps) {
  const { preview, scene } = made;
  const paid = paidNow(preview);
  if (paid === null || !paid.byCharge) {
    return <Movements postings={preview.postings} scene={scene} nothing={nothing(writing, made)} />;
  }
  return (
    <div class="measured">
      <Sums caption={`What is charged, in ${scene.currency}`} rows={rowsNow(preview, scene)} />
      <p class="above-4">
        Your balance does not cover {amountOf(scene, toDecimal(paid.whole))}, so all of it is
        charged to your card. It is held once the charge is confirmed; if it is declined, nothing is
        sent and nothing is owed.
      </p>
    </div>
  );
}

function nothing({ command }: Writing, { scene, after }: Previewed): string {
  const { client, freelancer } = scene.names;
  if (command === 'counter_offer') {
    return `No money moves. If ${client} accepts, each milestone is funded before work on it begins.`;
  }
  if (after.terms.fund_first) return 'No money moves: what is needed is held already.';
  return `No money moves. You fund a milestone once ${freelancer} has accepted.`;
}

function Next({ made, writing }: OfferPageProps) {
  const { begins, ends, stays, scene } = made;
  const { reader, command } = writing;
  const open = stays.find(({ what }) => what === 'offer_expires');
  return (
    <Chapter id="times" title="What happens next" note={`Your time is ${cityOf(reader.zone)}.`}>
      {(begins.length > 0 || ends.length > 0) && <Deadlines {...{ begins, ends, scene, reader }} />}
      {open !== undefined && (
        <>
          <p class="measured">
            {command === 'counter_offer'
              ? 'The offer stays open and can still be accepted as it is. If nobody does anything, your answer expires with it.'
              : forecastSentence(open, scene)}
          </p>
          <div class="above-3">
            <Deadline at={Temporal.Instant.from(open.at)} reader={reader} />
          </div>
        </>
      )}
    </Chapter>
  );
}
