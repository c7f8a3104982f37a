import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/** A Neo4j on the loopback interface: the arguments are its directory, its Bolt port, and the MiB of its page cache. */
public final class Launcher {
  public static void main(String[] arguments) throws Exception {
    var address = new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1]));
    var service =
        new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, address)
            // Nobody is served on the way out: the usual ten seconds of grace would only be waited for.
            .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
            .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(Long.parseLong(arguments[2])))
            // A test run is no usage to report to Neo4j.
            .setConfig(GraphDatabaseSettings.udc_enabled, false)
            .build();
    System.out.println("READY");
    // Standard input closes when the parent ends, however it ends: this process never outlives it.
    while (System.in.read() != -1) {}
    service.shutdown();
  }
}
