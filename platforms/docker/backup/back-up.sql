-- One transaction holds the snapshot that the dump is taken of and the rows are counted in. Counting comes first: it
-- locks every table against TRUNCATE and changes of its form until the dump has ended.
SELECT set_config(name, '0', false) FROM pg_settings
 WHERE name IN ('statement_timeout', 'idle_in_transaction_session_timeout', 'idle_session_timeout', 'transaction_timeout')
\g /dev/null
SET lock_timeout = '60s';
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \gset
\setenv snapshot :snapshot
SELECT 'server', current_setting('server_version');
SELECT 'database-size', pg_database_size(current_database());
SELECT 'role', format('%I', rolname) FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY rolname;
\ir contents.sql
\! pg_dump --format=custom --compress=6 --snapshot="$snapshot" --lock-wait-timeout=60s --file="$unfinished/dump" 2>"$work/dump.log" & echo $! >"$work/dump.pid"; wait $!; echo $? >"$work/dump.code"
COMMIT;
