# One of the four services, as ./vetrina build left it: docker build -f docker/service.Dockerfile --build-arg SERVICE=gateway .
FROM eclipse-temurin:25-jre

WORKDIR /app
COPY docker/answers /usr/local/bin/answers

# What changes least comes first, so that a build of our own code makes only small layers anew.
ARG SERVICE
COPY ${SERVICE}/target/quarkus-app/lib lib
COPY ${SERVICE}/target/quarkus-app/quarkus-run.jar quarkus-run.jar
COPY ${SERVICE}/target/quarkus-app/app app
COPY ${SERVICE}/target/quarkus-app/quarkus quarkus

# Nobody in particular, who may write nowhere but to /tmp.
USER 10001:10001

# Each container has an address of its own, so all may listen on the same port. Two of the allocator's arenas are enough
# for so small a JVM.
ENV QUARKUS_HTTP_PORT=8080 QUARKUS_HTTP_HOST=0.0.0.0 MALLOC_ARENA_MAX=2
EXPOSE 8080
HEALTHCHECK --interval=3s --timeout=5s --start-period=60s --retries=20 CMD ["answers", "8080", "/q/health/ready"]

# The sizes of the local stack; more memory is another command.
ENTRYPOINT ["java"]
CMD ["-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders", \
     "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", \
     "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", "-jar", "quarkus-run.jar"]
