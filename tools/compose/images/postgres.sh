# As the container of PostgreSQL starts: a new volume is initialised and given to the scripts of
# /docker-entrypoint-initdb.d over its socket alone, then the server runs in this process.
set -euo pipefail
export PGDATA=/var/lib/postgresql/18/docker
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  initdb --username "$POSTGRES_USER" --pwfile <(printf '%s\n' "$POSTGRES_PASSWORD") --encoding UTF8 --locale C \
    --auth-local trust --auth-host scram-sha-256 --no-sync
  printf 'host all all all scram-sha-256\n' >> "$PGDATA/pg_hba.conf"
  pg_ctl --wait --options "-c listen_addresses='' -c unix_socket_directories=/var/run/postgresql" start
  for script in /docker-entrypoint-initdb.d/*.sh; do bash "$script"; done
  pg_ctl --wait --mode fast stop
fi
exec postgres -c listen_addresses="$OWN_ADDRESS" -c unix_socket_directories=/var/run/postgresql
