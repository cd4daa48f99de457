import { type Kysely, sql } from 'kysely'

// Who did what, when, where, acting for whom. Each entry carries the hash of the one before, so that nothing
// can be taken out or changed unseen; the database itself numbers, chains and refuses to alter entries.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_entries (
      seq           bigint primary key default 0, -- 1, 2, 3 …: given, as both hashes are, by the trigger below
      at            timestamptz(3) not null,
      actor_id      int,           -- null: the operator at the command line, or the system itself
      actor         text not null, -- the account's name on that day
      acting_for    text,
      action        text not null,
      subject       text not null,
      unit_id       int,
      details       jsonb not null default '{}',
      previous_hash text not null default '',
      hash          text not null default ''
    )`.execute(db)
  await sql`create index audit_entries_subject_idx on audit_entries (subject)`.execute(db)

  // The text that is hashed is a JSON array, so that no field can run into the next; chain.ts says the same in words.
  await sql`
    create function audit_entry_hash(e audit_entries) returns text language sql stable as $$
      select encode(sha256(convert_to('[' || concat_ws(',',
        to_json(e.previous_hash), e.seq,
        to_json(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
        coalesce(e.actor_id::text, 'null'), to_json(e.actor), coalesce(to_json(e.acting_for)::text, 'null'),
        to_json(e.action), to_json(e.subject), coalesce(e.unit_id::text, 'null'), to_json(e.details::text)
      ) || ']', 'UTF8')), 'hex')
    $$`.execute(db)
  await sql`
    create function audit_entries_chain() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(7404126);
      select seq, hash into new.seq, new.previous_hash from audit_entries order by seq desc limit 1;
      new.seq := coalesce(new.seq, 0) + 1;
      new.previous_hash := coalesce(new.previous_hash, '');
      new.hash := audit_entry_hash(new);
      return new;
    end $$`.execute(db)
  await sql`
    create trigger audit_entries_chain before insert on audit_entries
    for each row execute function audit_entries_chain()`.execute(db)
  await sql`
    create function audit_entries_refuse() returns trigger language plpgsql as $$
    begin
      raise exception 'audit entries are never changed or removed' using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`
    create trigger audit_entries_refuse before update or delete or truncate on audit_entries
    for each statement execute function audit_entries_refuse()`.execute(db)
}
