// Help, short: how a contract goes, what words mean, where the numbers come from, and how this
// server is run. What a page can say where it is needed is said there and not here.
import type { ComponentChildren } from 'preact';
import type { Policy } from '../../domain/policy/policy.ts';
import { durationText } from '../../words/time.ts';
import { Shell } from '../context/shell.tsx';
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Chapter } from '../parts/layout.tsx';
import { Steps } from '../parts/lists.tsx';
import { Table } from '../parts/table.tsx';

export type HelpPageProps = { readonly frame: Frame; readonly policy: Policy };

export function HelpPage({ frame, policy }: HelpPageProps) {
  return (
    <Shell frame={frame} title="Help">
      <Head
        title="Help"
        state="Every page says what happens if you do nothing, and every button shows its effect first."
      />
      <HowItGoes policy={policy} />
      <Words />
      <Chapter id="looking-first" title="Looking first">
        <Prose>
          A button that ends in “…” leads to a page that shows the money of both sides line by line,
          and the deadlines that begin and end. Nothing has happened until you press the button
          there. If anything changes meanwhile, nothing happens and you see the new numbers.
        </Prose>
      </Chapter>
      <Chapter id="time" title="Time">
        <Prose>
          Deadlines are told in your zone and in UTC, with what is left. They are kept to the
          second, whether or not anybody looks. Your zone is on <a href="/account">your account</a>.
        </Prose>
      </Chapter>
      <Chapter id="programs" title="For programs">
        <Prose>
          Everything that pages can do, programs can do too, with a key from{' '}
          <a href="/account#keys">your account</a>: <a href="/api/openapi.json">what there is</a>.
        </Prose>
      </Chapter>
      {frame.evaluation && <ForReal />}
    </Shell>
  );
}

function Prose({ children }: { children: ComponentChildren }) {
  return <p class="measured">{children}</p>;
}

function HowItGoes({ policy }: { policy: Policy }) {
  const review = durationText(policy.review.window);
  const clearing = durationText(policy.clearing);
  return (
    <Chapter id="how" title="How a contract goes" note={<a href="/rules">All numbers</a>}>
      <Steps
        steps={[
          'The client offers terms and milestones. The rules are frozen with the offer; the freelancer accepts, declines or answers with other terms.',
          'The client funds a milestone: its amount is held by this server and is neither side’s yet.',
          `The freelancer submits the work. The client releases the money or asks for changes; after ${review} of silence it is released.`,
          `What is released, less the fee, clears for ${clearing} and can then be withdrawn.`,
          'Either side ends the contract. What is still held goes where the rules say, and both give feedback that nobody reads before it is opened for both.',
        ]}
      />
    </Chapter>
  );
}

const words = [
  ['Held', 'Money of a contract that is neither side’s yet. Also called escrow.'],
  ['Released', 'Paid to the freelancer out of what was held.'],
  ['Clearing', 'Released, yours, and not yet to be withdrawn.'],
  ['Available', 'Can be withdrawn, or used to fund a milestone.'],
  ['Asked back', 'The client has ended and asks for held money back; the freelancer answers.'],
  ['Ended together', 'Both agreed to end, and how what is held is split.'],
] as const;

function Words() {
  return (
    <Chapter id="words" title="Words">
      <Table
        headsHidden
        columns={[{ label: 'Word' }, { label: 'What it means', fold: 'wide' }]}
        rows={words.map(([word, means]) => ({ key: word, cells: [word, means] }))}
      />
    </Chapter>
  );
}

function ForReal() {
  return (
    <Chapter id="for-real" title="Running it for real" note="This server is in evaluation mode.">
      <Prose>
        In evaluation mode money is pretended, anybody can move <a href="/clock">the clock</a>, and
        data that live in files may be lost in a power cut. <code>DATABASE_URL</code> gives Endwell
        a PostgreSQL database, which does not lose them. Real payments need a payment provider, and
        there is none yet: until there is one, Endwell is for looking and trying, not for contracts
        of real people.
      </Prose>
    </Chapter>
  );
}
