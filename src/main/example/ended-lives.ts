// Contracts of the example that have ended, each in its own way, some of them with an answer or
// feedback still open.
import { accepted, ends, feedback, funded, type Life, paid, stars, submitted } from './lives.ts';

const life = (
  title: string,
  [client, freelancer, currency]: readonly [string, string, string],
  plan: Life['plan'],
  ago: number,
  steps: Life['steps'],
): Life => ({ title, client, freelancer, currency, plan, ago, steps });

export const endedLives: readonly Life[] = [
  life(
    'Icon set',
    ['kestrel', 'ada', 'USD'],
    [['Thirty icons', '400.00', 20]],
    24,
    accepted(
      funded('m1', 1),
      ends(
        'client',
        20.5,
        'work_not_delivered',
        stars(3, 'The first half was lovely. Then we changed our minds, which is on us.'),
        '240.00',
      ),
    ),
  ),
  life(
    'Programme covers',
    ['orchard', 'ada', 'USD'],
    [['Four covers', '520.00', 14]],
    24,
    accepted(
      paid('m1', 1, 9, 2),
      ends('client', 16, 'completed', stars(5, 'Four covers, all four on the wall now.')),
      [
        18,
        'freelancer',
        'request_payment',
        { amount: '60.00', note: 'The fifth cover, for which you called on the last day.' },
      ],
    ),
  ),
  life(
    'Bird calls, labelled',
    ['lighthouse', 'bo', 'USD'],
    [['Two hundred calls', '640.00']],
    60,
    accepted(
      paid('m1', 1, 20, 3),
      ends('client', 27, 'completed', stars(5, 'Patient and exact.')),
      feedback('freelancer', 28, 5, 'Clear brief, quick answers.'),
      [30, 'freelancer', 'respond_to_feedback', { comment: 'The birds were patient too.' }],
    ),
  ),
  life(
    'Wedding invitation',
    ['tom', 'priya', 'USD'],
    [['Invitation', '150.00']],
    75,
    accepted(
      paid('m1', 1, 5, 1),
      ends('client', 8, 'completed', stars(4)),
      feedback('freelancer', 10, 5),
    ),
  ),
  life(
    'Club jersey',
    ['gus', 'bo', 'EUR'],
    [['Design', '220.00']],
    40,
    accepted(
      ends('freelancer', 12, 'other_party_unresponsive', stars(2, 'Never funded, never answered.')),
      [28, 'client', 'report_feedback', { reason: 'It gives my telephone number in the note.' }],
      [29, 'ines', 'flag_feedback', { author: 'freelancer', reason: 'It names a private number.' }],
    ),
  ),
  life(
    'Landing page',
    ['tom', 'femi', 'USD'],
    [['Landing page', '380.00', 12]],
    45,
    accepted(
      funded('m1', 1),
      ends(
        'freelancer',
        10,
        'requirements_unclear',
        stars(3, 'I could not find out what it should say.'),
      ),
    ),
  ),
  life(
    'Data entry, archive',
    ['marsh', 'priya', 'GBP'],
    [['Archive', '300.00', 30]],
    50,
    accepted(
      funded('m1', 1),
      [
        20,
        'client',
        'propose_cancel',
        {
          to_freelancer: '120.00',
          note: 'The archive is half the size we thought.',
        },
      ],
      [21, 'freelancer', 'accept_cancel'],
    ),
  ),
  life(
    'Short film titles',
    ['orchard', 'noor', 'USD'],
    [['Titles', '280.00']],
    38,
    accepted(
      funded('m1', 1),
      [6, 'freelancer', 'propose_cancel', { note: 'I have fallen ill.' }],
      [6.4, 'client', 'accept_cancel'],
    ),
  ),
  life(
    'Recipe illustrations',
    ['marsh', 'noor', 'USD'],
    [
      ['Ten drawings', '500.00', 20],
      ['Ten more', '500.00', 40],
    ],
    44,
    accepted(
      paid('m1', 1, 12, 3),
      funded('m2', 17),
      ends('client', 30, 'no_longer_needed', stars(4, 'Good work; the book became shorter.')),
    ),
  ),
  life(
    'Server clean-up',
    ['kestrel', 'femi', 'EUR'],
    [['Clean-up', '340.00', 10]],
    17,
    accepted(
      funded('m1', 1),
      submitted('m1', 8, 'Everything is in its place.'),
      ends('client', 12, 'completed', stars(4)),
    ),
  ),
  life(
    'Voice for the tour',
    ['lighthouse', 'priya', 'USD'],
    [['Forty minutes', '460.00']],
    70,
    accepted(
      funded('m1', 1),
      submitted('m1', 9, 'All takes, cut.'),
      ends('freelancer', 25, 'completed', stars(5, 'They let silence pay, but it paid.')),
      feedback('client', 30, 5, 'The voice of the valley.'),
    ),
  ),
  life(
    'Tax letter',
    ['tom', 'bo', 'USD'],
    [['Letter', '90.00']],
    66,
    accepted(
      paid('m1', 1, 2, 1),
      ends('client', 5, 'completed', stars(5)),
      feedback('freelancer', 5.5, 5),
      [8, 'freelancer', 'allow_feedback_change'],
      [9, 'client', 'change_feedback', stars(5, 'The letter was right; the mistake was mine.')],
    ),
  ),
  life(
    'Trail map',
    ['lighthouse', 'femi', 'USD'],
    [['Trail map', '520.00']],
    90,
    accepted(
      paid('m1', 1, 18, 6),
      ends('client', 27, 'completed', stars(5, 'We got lost less.')),
      feedback('freelancer', 29, 4),
      [
        60,
        'client',
        'request_refund',
        { amount: '80.00', reason: 'One path is not there any more.' },
      ],
      [62, 'freelancer', 'give_refund', { amount: '50.00' }],
    ),
  ),
  life(
    'Calendar 2027',
    ['marsh', 'ada', 'GBP'],
    [['Twelve months', '780.00']],
    85,
    accepted(
      paid('m1', 1, 21, 5),
      ends('client', 30, 'completed', stars(5)),
      feedback('freelancer', 31, 5, 'Paid on the day, every time.'),
      [33, 'client', 'pay_bonus', { amount: '40.00', kind: 'bonus', note: 'It has sold out.' }],
    ),
  ),
  life(
    'Logo for the choir',
    ['orchard', 'femi', 'USD'],
    [['Logo', '260.00']],
    58,
    accepted(paid('m1', 1, 7, 2), ends('freelancer', 12, 'completed', stars(5))),
  ),
  life(
    'Catalogue photographs',
    ['kestrel', 'bo', 'USD'],
    [['Photographs', '610.00']],
    30,
    accepted(
      funded('m1', 1),
      ends('client', 12, 'quality', stars(2, 'Out of focus.')),
      [15, 'freelancer', 'approve_escrow_refund'],
      feedback('freelancer', 16, 3),
      [17, 'freelancer', 'report_feedback', { reason: 'Not one of them was out of focus.' }],
    ),
  ),
  life(
    'Survey, typed in',
    ['yuki', 'bo', 'JPY'],
    [['Survey', '21000']],
    55,
    accepted(
      paid('m1', 1, 6, 2),
      ends('client', 10, 'completed', stars(5)),
      feedback('freelancer', 11, 5),
    ),
  ),
  life(
    'Bread labels',
    ['marsh', 'femi', 'USD'],
    [['Labels', '130.00']],
    20,
    accepted(paid('m1', 1, 5, 2), ends('client', 10, 'completed', stars(4)), [
      14,
      'freelancer',
      'propose_reopen',
      { note: 'You asked for two more labels. We can go on under the same contract.' },
    ]),
  ),
];
