// The first page for guests: what this is, three people to look around as, three minutes that
// show it, the way in, and the numbers of this server's rules. Without example people it is the
// same page without them.
import type { Policy } from '../../domain/policy/policy.ts';
import { percent } from '../../words/scene.ts';
import { durationText } from '../../words/time.ts';
import { numberText } from '../home/need-texts.ts';
import { type SumRow, Sums } from '../parts/amount.tsx';
import type { Frame } from '../parts/frame.ts';
import { Section, Split } from '../parts/layout.tsx';
import { Steps } from '../parts/lists.tsx';
import { GuestShell } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { DemoPeople, type DemoPerson } from './demo.tsx';
import { SignInForm } from './sign-in.tsx';

export type WelcomeProps = {
  readonly frame: Frame;
  readonly policy: Policy;
  readonly demo: readonly DemoPerson[];
  readonly contracts: number;
  readonly people: number;
};

export function WelcomePage(props: WelcomeProps) {
  const { frame, policy } = props;
  return (
    <GuestShell
      frame={frame}
      title="Freelance contracts that end well"
      signIn={{ href: '/sign-in', label: 'Sign in' }}
    >
      <Split
        asideLabel="Sign in"
        aside={
          <>
            <Panel id="sign-in" title="Sign in" strong>
              <SignInForm next="/" />
            </Panel>
            <Section id="server" title="This server" flush>
              <Sums caption="Numbers of the rules in force" rows={ruleRows(policy, frame)} />
            </Section>
          </>
        }
      >
        <h1 class="state">Freelance contracts that end well.</h1>
        <p class="lead">
          Before you end, release or refund anything, both sides see exactly what it does to the
          money and the deadlines. Then exactly that happens.
        </p>
        {props.demo.length > 0 && <LookAround {...props} />}
        <HowItWorks demo={props.demo.length > 0} />
      </Split>
    </GuestShell>
  );
}

function LookAround({ demo, contracts, people }: WelcomeProps) {
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">Look around as one of {numberText(demo.length)} people</h2>
      <p class="note above-1">
        They know each other: {contracts} contracts of {people} people are already here.
      </p>
      <div class="above-4">
        <DemoPeople demo={demo} />
      </div>
    </section>
  );
}

/** With an example to play with, what to try; else how a contract goes. */
function HowItWorks({ demo }: { demo: boolean }) {
  return (
    <Section id="how" title={demo ? 'Three minutes that show it' : 'How a contract goes'}>
      <Steps steps={demo ? toTry : howItGoes} />
    </Section>
  );
}

const toTry = [
  <span key="1">
    <b>As the client,</b> open a contract that holds money and choose “End the contract”. Change the
    amount and watch both sides of the table.
  </span>,
  <span key="2">
    <b>As the freelancer,</b> move the clock of this server past the end of a review. The milestone
    is released, because silence pays.
  </span>,
  <span key="3">
    <b>As either,</b> open Money. Every line of the month adds up to the balance, to the cent.
  </span>,
];

const howItGoes = [
  'A client offers terms and milestones. The rules are frozen with the offer.',
  'Money is held for a milestone before work on it begins, and released when it is done.',
  'Either side can end at any time, and sees before the click what that does to both.',
];

function ruleRows({ name, version, ...policy }: Policy, frame: Frame): readonly SumRow[] {
  return [
    { label: 'Rules in force', text: <a href="/rules">{`${name} ${version}`}</a> },
    { label: 'Review of a milestone', text: durationText(policy.review.window) },
    { label: 'Answer to a refund request', text: durationText(policy.escrowRefund.answer) },
    { label: 'Fee for freelancers', text: percent(policy.fee.freelancerBps) },
    { label: 'Fee for clients', text: percent(policy.fee.clientBps) },
    ...(frame.evaluation ? [{ label: 'Payments', text: 'pretended' }] : []),
  ];
}
