// The form in which terms are written: whom they go to, what is to be done, the milestones with
// their total, and beside them what it all comes to, once it has been worked out. Sending is a
// page further: here nothing happens yet, and nothing that was typed is lost.
import type { ComponentChildren } from 'preact';
import { digitsOf } from '../../domain/money/currencies.ts';
import { toDecimal } from '../../domain/money/money.ts';
import type { Person } from '../../people/person.ts';
import { formatAmount } from '../../words/money.ts';
import type { Shown } from '../confirm/shown.ts';
import type { Previewed } from '../contracts/do/previewed.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { initialsOf, Party } from '../parts/face.tsx';
import { Check } from '../parts/form/choice.tsx';
import { Composer } from '../parts/form/composer.tsx';
import { Field, Post, Select, TextArea } from '../parts/form/field.tsx';
import { readRows } from '../parts/form/milestone-rows.ts';
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Row, Section, Split } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { totalIn } from './composed.ts';
import { MoneyAside } from './money/money-aside.tsx';
import { composerWords } from './offer-words.tsx';
import { currencyIn, pathOfWriting, type Writing } from './writing.ts';

export type ComposerPageProps = {
  readonly frame: Frame;
  readonly writing: Writing;
  readonly recipient: Person | undefined;
  readonly shown: Pick<Shown<unknown>, 'typed' | 'form'>;
  /** What would follow from the form as it is; null while it is not complete. */
  readonly made: Previewed | null;
  readonly problem?: ComponentChildren;
};

export function ComposerPage(props: ComposerPageProps) {
  const { frame, writing, shown, made, problem } = props;
  const words = composerWords(writing, props.recipient, made);
  return (
    <Page frame={frame} title={words.title} scripts={['composer']}>
      <Head crumbs={words.crumbs} title={words.title} state={words.state} facts={words.facts} />
      {problem && <div class="above-5">{problem}</div>}
      <Post action={pathOfWriting(writing)} label={words.title}>
        {/* Enter in a field presses the first button: it looks, and changes nothing. */}
        <button class="hidden" type="submit" tabIndex={-1} aria-hidden="true">
          {words.look}
        </button>
        <div class="above-6">
          <Split
            asideLabel="What it comes to"
            stay
            aside={<MoneyAside made={made} currency={currencyIn(writing, shown.form)} />}
            more={
              <Section id="look" title="Before it goes out" titleHidden>
                <Row>
                  <Button look="primary" large>
                    {words.look}
                  </Button>
                  {words.back && (
                    <ButtonLink look="quiet" large href={words.back.href}>
                      {words.back.label}
                    </ButtonLink>
                  )}
                </Row>
                <p class="note measured above-4">{words.lookNote}</p>
              </Section>
            }
          >
            <Fields {...props} />
          </Split>
        </div>
      </Post>
    </Page>
  );
}

function Fields(props: ComposerPageProps) {
  const { writing, shown } = props;
  const { typed } = shown;
  const isNew = writing.command === 'send_offer';
  return (
    <>
      {isNew && <Recipient {...props} />}
      <Field
        {...{ name: 'title', label: 'Title', maxlength: 200 }}
        hint={isNew ? 'What the contract is called, such as “Website redesign”.' : undefined}
        value={typed.value('title')}
        error={typed.error('title')}
      />
      <TextArea
        {...{ name: 'scope', label: 'What is to be done', rows: 7 }}
        hint={
          isNew
            ? 'Optional. Part of the terms: what belongs to it, and what does not.'
            : 'Part of the terms. Left empty, it stays as it is.'
        }
        value={typed.value('scope')}
        error={typed.error('scope')}
      />
      {isNew && <CurrencyField {...props} />}
      <Milestones {...props} />
      {writing.command === 'counter_offer' ? <NoteField {...props} /> : <FundFirst {...props} />}
    </>
  );
}

/** Who is already known by id is shown as a person; else one writes the address. */
function Recipient({ recipient, shown }: ComposerPageProps) {
  const { typed } = shown;
  const to = typed.value('to');
  if (recipient === undefined || recipient.id !== to.trim() || typed.error('to') !== undefined) {
    return (
      <Field
        {...{ name: 'to', label: 'Who does the work', type: 'email', autocomplete: 'email' }}
        hint="The e-mail address of somebody who has an account here."
        value={to}
        error={typed.error('to')}
      />
    );
  }
  const { shortName, city } = recipient;
  return (
    <div class="field">
      <span class="label">Who does the work</span>
      <div class="between above-2">
        <Party initials={initialsOf(shortName)} name={shortName} note={city ?? undefined} />
        <Button name="do" value="somebody-else">
          Somebody else
        </Button>
      </div>
      <input type="hidden" name="to" value={to} />
    </div>
  );
}

const currencyNames = new Intl.DisplayNames('en', { type: 'currency' });

function CurrencyField({ writing, shown }: ComposerPageProps) {
  const offered = Object.keys(writing.site.policy.currencies);
  return (
    <Select
      name="currency"
      label="Currency"
      value={currencyIn(writing, shown.form)}
      error={shown.typed.error('currency')}
      options={offered.map((code) => ({
        value: code,
        label: `${code}, ${currencyNames.of(code) ?? code}`,
      }))}
    />
  );
}

function Milestones({ writing, shown }: ComposerPageProps) {
  const { form, typed } = shown;
  const currency = currencyIn(writing, form);
  const rows = readRows(form);
  const total = totalIn(form, currency);
  const errorsAt = (index: number) => ({
    title: typed.error(`milestone-${index}-title`),
    amount: typed.error(`milestone-${index}-amount`),
    due: typed.error(`milestone-${index}-due`),
  });
  return (
    <section class="above-6" aria-labelledby="milestones">
      <h2 id="milestones">Milestones</h2>
      <p class="note above-1 below-4">{planNote(writing, currency)}</p>
      <Composer
        {...{ rows, currency }}
        errors={rows.map((_, index) => errorsAt(index))}
        digits={digitsOf(currency) ?? 2}
        total={total === null ? 'once every amount is a number' : formatAmount(total, currency)}
      />
    </section>
  );
}

/** What is worth knowing while one divides the work. */
function planNote({ site, room }: Writing, currency: string): string {
  const policy = room?.view.policy;
  const least = site.policy.currencies[currency]?.milestoneMin;
  const min = policy?.milestone.min ?? (least === undefined ? '0' : toDecimal(least));
  const most = policy?.milestone.max_funded ?? site.policy.milestone.maxFunded;
  const funded = most === 1 ? 'One is' : `Up to ${most} are`;
  return `Each is paid for itself, ${formatAmount(min, currency)} or more. ${funded} funded at a time. Due is the end of that day, UTC.`;
}

function NoteField({ writing, shown }: ComposerPageProps) {
  return (
    <div class="above-5">
      <TextArea
        {...{ name: 'note', label: 'Why', rows: 3 }}
        hint={`Optional. ${writing.room?.scene.names.client} reads it beside your terms.`}
        value={shown.typed.value('note')}
        error={shown.typed.error('note')}
      />
    </div>
  );
}

function FundFirst({ shown }: ComposerPageProps) {
  return (
    <div class="above-4">
      <Check
        name="fund_first"
        label="Hold the money for the first milestone now"
        note="The offer goes out with its money behind it. All of it comes back if the offer ends unaccepted."
        checked={shown.form.has('fund_first')}
      />
    </div>
  );
}
