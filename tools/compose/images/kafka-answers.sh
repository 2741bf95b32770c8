#!/usr/bin/env bash
# Stands for kafka-broker-api-versions.sh, which is in none of the jars: asks a broker for the versions of its API, and
# fails without an answer. Arguments: --bootstrap-server host:port
set -euo pipefail
exec 3<>"/dev/tcp/${2%:*}/${2#*:}"
# ApiVersions v0 (key 18), correlation id 1, no client id.
printf '\0\0\0\012\0\022\0\0\0\0\0\001\377\377' >&3
test "$(timeout 5 head --bytes 4 <&3 | wc --bytes)" = 4
