-- Finding cases: which contracts have a dispute, and which ones a mediator has taken. Both indexes
-- hold only the few events of their kind; how far a dispute is stands in the contract's state.
create index events_that_open_disputes on events (stream) where type = 'dispute_opened';
create index events_that_take_cases on events (by, stream) where type = 'case_taken';
create index events_that_report_feedback on events (stream) where type = 'feedback_reported';
