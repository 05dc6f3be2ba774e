package dev.vetrina.localstack.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One process of a service.
 *
 * @param number from 1
 */
record Instance(Service service, int number, Port port) {

    /** Every process of the services, those in front of others last. */
    static List<Instance> all(StackOptions options) {
        List<Instance> instances = new ArrayList<>();
        for (Service service : Service.values()) {
            instances.addAll(of(service, options));
        }
        return instances;
    }

    static List<Instance> of(Service service, StackOptions options) {
        return IntStream.rangeClosed(1, options.instances(service))
                .mapToObj(
                        number -> new Instance(service, number, service.ports().get(number - 1)))
                .toList();
    }

    /** The name of its process and of its log: that of the service, and from the second one on its number. */
    String id() {
        return number == 1 ? service.id() : service.id() + "-" + number;
    }
}
