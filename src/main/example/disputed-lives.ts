// Contracts of the example in dispute, one in each stage: unanswered, waiting for a mediator, in
// hand, recommended, failed and to be paid for, waiting for a ruling, and over in three ways. And
// one on which nobody has done anything for a long time.
import { accepted, ends, funded, type Life, type SeedStep, stars } from './lives.ts';

const life = (
  title: string,
  [client, freelancer, currency]: readonly [string, string, string],
  [plan, amount]: readonly [string, string],
  ago: number,
  steps: Life['steps'],
): Life => ({ title, client, freelancer, currency, plan: [[plan, amount]], ago, steps });

/** The client ends without paying for what the freelancer says was done. */
function quarrel(reason: string, release: string, statement: string): readonly SeedStep[] {
  return [
    funded('m1', 1),
    ends('client', 9, reason, stars(2), release),
    [10, 'freelancer', 'dispute_escrow_refund', { statement }],
  ];
}

function contested(statement: string): SeedStep {
  return [11, 'client', 'answer_dispute', { answer: 'contest', statement }];
}

const taken: SeedStep = [11.6, 'ines', 'take_case'];

function recommended(to_freelancer: string, note: string): SeedStep {
  return [13, 'ines', 'recommend_split', { to_freelancer, note }];
}

const open: readonly Life[] = [
  life(
    'Logo animation',
    ['tom', 'ada', 'USD'],
    ['Twelve seconds', '600.00'],
    11.5,
    accepted(
      quarrel(
        'work_not_delivered',
        '0.00',
        'The twelve seconds were in the folder on the sixth day, as we agreed in the call.',
      ),
    ),
  ),
  life(
    'Poster series',
    ['orchard', 'noor', 'USD'],
    ['Three posters', '540.00'],
    12.5,
    accepted(
      quarrel(
        'quality',
        '0.00',
        'Three posters were delivered; the printer took them as they are.',
      ),
      contested('Two of the three had the wrong date on them.'),
      [11.5, 'freelancer', 'submit_evidence', { note: 'The order of the printer, with my files.' }],
    ),
  ),
  life(
    'Product photographs',
    ['tom', 'bo', 'USD'],
    ['Forty photographs', '820.00'],
    13.8,
    accepted(
      quarrel('quality', '200.00', 'Forty photographs, cut and corrected. Thirty are in his shop.'),
      contested('Ten of them are in my shop. The rest is too dark to use.'),
      taken,
      [12, 'freelancer', 'submit_evidence', { note: 'The shop as it was on the day of the end.' }],
      [12.2, 'client', 'offer_settlement', { to_freelancer: '250.00' }],
      [12.6, 'freelancer', 'offer_settlement', { to_freelancer: '480.00' }],
    ),
  ),
  life(
    'Museum audio guide',
    ['lighthouse', 'ada', 'USD'],
    ['Twenty stations', '900.00'],
    13.9,
    accepted(
      quarrel('work_not_delivered', '300.00', 'Fourteen of twenty stations were ready to hear.'),
      contested('Nine of them were. The others were read by a machine.'),
      taken,
      recommended(
        '360.00',
        'Nine stations are as agreed, five are drafts. I count the drafts by half.',
      ),
      [13.6, 'freelancer', 'accept_recommendation'],
    ),
  ),
  life(
    'Brochure',
    ['marsh', 'femi', 'USD'],
    ['Sixteen pages', '480.00'],
    16,
    accepted(
      quarrel('requirements_unclear', '0.00', 'The text changed four times after I had set it.'),
      contested('It was the same text each time.'),
      taken,
      recommended('240.00', 'Two of the four rounds were changes of the text.'),
      [13.4, 'client', 'decline_recommendation'],
      [14, 'client', 'pay_arbitration'],
    ),
  ),
  life(
    'Website copy',
    ['kestrel', 'priya', 'EUR'],
    ['Eight pages', '620.00'],
    18,
    accepted(
      quarrel('quality', '120.00', 'Eight pages, in the tone of the sample she had approved.'),
      contested('The sample was half a page. The rest is another voice.'),
      taken,
      recommended('300.00', 'The tone holds on five pages of eight.'),
      [13.5, 'freelancer', 'decline_recommendation'],
      [15, 'client', 'pay_arbitration'],
      [16, 'freelancer', 'pay_arbitration'],
    ),
  ),
];

const over: readonly Life[] = [
  life(
    'Wine labels',
    ['orchard', 'femi', 'USD'],
    ['Five labels', '350.00'],
    36,
    accepted(
      quarrel('quality', '0.00', 'Five labels, all of them printed.'),
      contested('Printed again by somebody else.'),
      [12, 'freelancer', 'offer_settlement', { to_freelancer: '200.00' }],
      [13, 'client', 'accept_settlement'],
    ),
  ),
  life(
    'Choir recordings, cleaned',
    ['lighthouse', 'bo', 'USD'],
    ['Nine recordings', '430.00'],
    48,
    accepted(
      quarrel('work_not_delivered', '0.00', 'All nine came on day eight.'),
      contested('They came, and none could be played.'),
      taken,
      recommended('215.00', 'Half of the files can be opened.'),
      [13.5, 'freelancer', 'accept_recommendation'],
      [14.2, 'client', 'accept_recommendation'],
    ),
  ),
  life(
    'Data cleaning',
    ['marsh', 'priya', 'GBP'],
    ['Six thousand rows', '280.00'],
    34,
    accepted(quarrel('other_party_unresponsive', '0.00', 'I wrote on every working day.')),
  ),
  life('Handbook', ['tom', 'priya', 'USD'], ['Handbook', '340.00'], 94, accepted(funded('m1', 1))),
];

export const disputedLives: readonly Life[] = [...open, ...over];
