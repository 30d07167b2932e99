// The policy in force, in words and as tables: what new offers freeze. A signed contract shows
// its own copy.
import type { Policy } from '../../domain/policy/policy.ts';
import { currencyRules, type RuleGroup, ruleGroups } from '../../words/rules.ts';
import { percent } from '../../words/scene.ts';
import { durationText } from '../../words/time.ts';
import { Shell } from '../context/shell.tsx';
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Chapter } from '../parts/layout.tsx';
import { Table } from '../parts/table.tsx';

export type RulesPageProps = { readonly frame: Frame; readonly policy: Policy };

export function RulesPage({ frame, policy }: RulesPageProps) {
  const review = durationText(policy.review.window);
  const fee = percent(policy.fee.freelancerBps);
  return (
    <Shell frame={frame} title="The rules in force">
      <Head
        title={`The rules in force: ${policy.name} ${policy.version}`}
        state={`Submitted work is paid after ${review} of silence, less a fee of ${fee}.`}
        facts={[
          'New offers freeze a copy of these rules',
          'A signed contract keeps its own copy',
          <span key="hash">
            Fingerprint <code>{policy.hash.slice(0, 12)}</code>
          </span>,
        ]}
      />
      {ruleGroups(policy).map((group) => (
        <Group key={group.id} {...group} />
      ))}
      <Currencies policy={policy} />
    </Shell>
  );
}

function Group({ id, title, rules }: RuleGroup) {
  return (
    <Chapter id={id} title={title}>
      <Table
        columns={[
          { label: 'Rule' },
          { label: 'What follows', fold: 'wide' },
          { label: 'Number', num: true },
        ]}
        rows={rules.map(({ what, value, follows }) => ({
          key: what,
          cells: [
            what,
            <span key="f" class="muted">
              {follows}
            </span>,
            value,
          ],
        }))}
      />
    </Chapter>
  );
}

function Currencies({ policy }: { policy: Policy }) {
  return (
    <Chapter id="currencies" title="Currencies" note="Offers can be made in these.">
      <div class="narrow">
        <Table
          caption="The least that a milestone may be worth"
          columns={[{ label: 'Currency' }, { label: 'Least', num: true }]}
          rows={currencyRules(policy).map(({ currency, least }) => ({
            key: currency,
            cells: [currency, least],
          }))}
        />
      </div>
    </Chapter>
  );
}
