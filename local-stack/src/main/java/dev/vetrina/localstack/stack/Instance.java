package dev.vetrina.localstack.stack;

import java.util.ArrayList;
import java.util.List;

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
        List<Instance> instances = new ArrayList<>(List.of(new Instance(service, 1, service.port())));
        if (service == Service.ORDER && options.orderInstances() == 2) {
            instances.add(new Instance(service, 2, Port.ORDER_2));
        }
        return instances;
    }

    /** The name of its process and of its log: that of the service, and from the second one on its number. */
    String id() {
        return number == 1 ? service.id() : service.id() + "-" + number;
    }
}
