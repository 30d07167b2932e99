// The gallery's chapters about forms: fields with and without mistakes, choices, scales, rows.
import { Button } from '../parts/button.tsx';
import { Check, Choice, Scales } from '../parts/form/choice.tsx';
import { Composer } from '../parts/form/composer.tsx';
import { Field, Post, Select, TextArea } from '../parts/form/field.tsx';
import { Chapter, Row, Stack } from '../parts/layout.tsx';
import { Problem } from '../parts/messages.tsx';

export function FormChapters() {
  return (
    <>
      <Chapter
        id="form"
        title="Form"
        note="Label, hint, control, error. The error says what to do."
      >
        <Post action="/parts" label="Bonus" hidden={{ key: 'example' }}>
          <Stack gap="airy">
            <Problem
              title="One thing to put right"
              items={[{ field: 'bonus', text: 'The bonus must be at least $5.00.' }]}
            >
              Nothing was charged.
            </Problem>
            <Fields />
            <Row>
              <Button look="primary">Pay the bonus of $5.00</Button>
            </Row>
          </Stack>
        </Post>
      </Chapter>
      <Chapter id="choices" title="Choices" note="Each with its price at the right.">
        <Post action="/parts" label="Choices">
          <Choices />
        </Post>
      </Chapter>
      <Chapter id="offer" title="Milestones of an offer" note="The total follows what you type.">
        <Post action="/parts" label="Offer">
          <Composer
            currency="USD"
            digits={2}
            total="$1,000.00"
            rows={[
              { id: '', title: 'Wireframes', amount: '600.00', due: '2026-12-01' },
              { id: '', title: 'Logo', amount: '2.00', due: '' },
              { id: '', title: 'Handover', amount: '398.00', due: '2027-01-15' },
            ]}
            errors={[undefined, { amount: 'Enter 5.00 or more.' }]}
          />
        </Post>
      </Chapter>
    </>
  );
}

function Fields() {
  return (
    <div>
      <Field
        name="bonus"
        label="Bonus in USD"
        hint="From 5.00. A bonus is never protected."
        value="2.00"
        error="Enter 5.00 or more."
        money
      />
      <Field name="mail" label="E-mail" type="email" autocomplete="email" value="ada@example.org" />
      <Select
        name="reason"
        label="Why does it end?"
        value="completed"
        options={[
          { value: 'work_not_delivered', label: 'Work was not delivered' },
          { value: 'completed', label: 'Completed' },
        ]}
      />
      <TextArea
        name="comment"
        label="What others may read"
        hint="Optional. You cannot change it unless Noor allows it, once."
        value="The catalogue pages were good & on time."
      />
      <TextArea name="note" label="A private note" rows={2} />
    </div>
  );
}

function Choices() {
  return (
    <Stack gap="airy">
      <Choice
        name="pay"
        legend="How much of the money held goes to Noor Haddad?"
        value="part"
        options={[
          {
            value: 'none',
            label: 'Nothing',
            price: '$0.00',
            note: 'You ask for all $1,200.00 back.',
          },
          {
            value: 'part',
            label: 'A part',
            price: '$450.00',
            inline: (
              <>
                <Field name="amount" label="Amount in USD, 0.01 to 1,199.99" value="450.00" money />
                <Button formaction="/parts">Work it out again</Button>
              </>
            ),
          },
          {
            value: 'all',
            label: 'All of it',
            price: '$1,200.00',
            note: 'Nothing is held afterwards.',
          },
        ]}
      />
      <Check
        name="fund_first"
        label="Hold the money for milestone 1 now"
        note="It goes back if the offer ends unaccepted."
        checked
      />
      <div>
        <Scales
          items={[
            { name: 'skills', label: 'Skills', value: 4 },
            { name: 'quality', label: 'Quality of the work' },
            { name: 'punctual', label: 'Keeping deadlines', error: 'Choose a number from 1 to 5.' },
          ]}
        />
      </div>
    </Stack>
  );
}
