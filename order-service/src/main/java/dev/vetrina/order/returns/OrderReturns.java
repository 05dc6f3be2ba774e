package dev.vetrina.order.returns;

import dev.vetrina.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What comes back of one order, and its withdrawals. */
final class OrderReturns {

    private final List<GoodsReturn> returns = new ArrayList<>();
    private final List<Withdrawal> withdrawals = new ArrayList<>();

    void add(GoodsReturn goodsReturn) {
        returns.add(goodsReturn);
    }

    void add(Withdrawal withdrawal) {
        withdrawals.add(withdrawal);
    }

    /** Units of a line that are to come back and have not. */
    int underWay(UUID lineId) {
        return returns.stream()
                .filter(goodsReturn -> goodsReturn.status().underWay())
                .flatMap(goodsReturn -> goodsReturn.lines().stream())
                .filter(line -> line.lineId().equals(lineId))
                .mapToInt(ReturnLine::quantity)
                .sum();
    }

    /** @throws ProblemException 404 */
    GoodsReturn get(UUID returnId) {
        return returns.stream()
                .filter(goodsReturn -> goodsReturn.id().equals(returnId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("return", returnId));
    }

    /** @throws ProblemException 404 */
    Withdrawal withdrawal(UUID withdrawalId) {
        return withdrawals.stream()
                .filter(withdrawal -> withdrawal.id().equals(withdrawalId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("withdrawal", withdrawalId));
    }

    List<GoodsReturn> returns() {
        return List.copyOf(returns);
    }

    List<Withdrawal> withdrawals() {
        return List.copyOf(withdrawals);
    }
}
