package dev.vetrina.order.checkout;

import dev.vetrina.events.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the prices that a line could have is charged: the first that there is. */
record PricePrecedence(List<Source> order) {

    static final PricePrecedence DEAL_THEN_LIST = new PricePrecedence(List.of(Source.DEAL, Source.LIST));

    /** Where a price comes from. */
    enum Source {
        DEAL,
        LIST
    }

    Money of(Optional<Money> deal, Money list) {
        return order.stream()
                .flatMap(source -> switch (source) {
                    case DEAL -> deal.stream();
                    case LIST -> Stream.of(list);
                })
                .findFirst()
                .orElse(list);
    }
}
