# As the container of Kafka starts: its own start-up code writes the configuration out of the environment and formats
# the log's folder where that is new; then the broker runs with that configuration in this process.
set -euo pipefail
export CLUSTER_ID=${CLUSTER_ID:-5L6g3nShT-eMCtK--X86sw}
# The container listens on all its addresses; here, on the one of its own.
export KAFKA_LISTENERS=${KAFKA_LISTENERS//:\/\/:/:\/\/$OWN_ADDRESS:}
mkdir -p /opt/kafka/config/default /opt/kafka/config/mounted /opt/kafka/config/final
printf 'log.dirs=/tmp/kraft-combined-logs\n' > /opt/kafka/config/default/server.properties
touch /opt/kafka/config/default/log4j2.yaml /opt/kafka/config/default/tools-log4j2.yaml
small=(-Xms128m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1)
# It ends in an error when the folder is formatted already, which the container passes over too.
setup=$(java "${small[@]}" -cp '/opt/kafka/libs/*' kafka.docker.KafkaDockerWrapper setup \
  --default-configs-dir /opt/kafka/config/default --mounted-configs-dir /opt/kafka/config/mounted \
  --final-configs-dir /opt/kafka/config/final 2>&1) ||
  grep --ignore-case 'already formatted' <<< "$setup" || { printf '%s\n' "$setup" && exit 1; }
exec java "${small[@]}" -Dlog4j2.configurationFile=/opt/kafka/log4j2.properties -cp '/opt/kafka/libs/*' kafka.Kafka \
  /opt/kafka/config/final/server.properties
