package dev.vetrina.order.coupon;

import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** The counters of campaigns, many at once. */
final class CampaignUseRows implements LockedRows<UUID, CampaignUses> {

    static final CampaignUseRows CAMPAIGNS = new CampaignUseRows();

    private static final String LOCK = """
            select id, code, quota, quota_per_customer, ended_at is not null, used
            from coupon_campaign where id = any(?) order by id for update
            """;
    private static final String WRITE = """
            update coupon_campaign c set used = n.used from unnest(?::uuid[], ?::bigint[]) as n (id, used)
            where c.id = n.id and c.used <> n.used
            """;

    private CampaignUseRows() {}

    @Override
    public LockRank rank() {
        return LockRank.COUPON_CAMPAIGNS;
    }

    @Override
    public Map<UUID, CampaignUses> lock(Connection connection, SortedSet<UUID> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<UUID, CampaignUses> campaigns = new HashMap<>();
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    campaigns.put(
                            id,
                            new CampaignUses(
                                    id,
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getInt(4),
                                    row.getBoolean(5),
                                    row.getLong(6)));
                }
                return campaigns;
            }
        }
    }

    @Override
    public void write(Connection connection, Collection<CampaignUses> campaigns, Batch batch) throws SQLException {
        Bulk.of(campaigns)
                .column("uuid", CampaignUses::id)
                .column("bigint", CampaignUses::used)
                .execute(connection, WRITE);
    }
}
