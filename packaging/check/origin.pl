# A web server for the check: answers every request with a word.   Usage: perl origin.pl <port>
use strict;
use warnings;
use IO::Socket::INET;

$SIG{CHLD} = 'IGNORE';
my $server = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $ARGV[0], Listen => 16, ReuseAddr => 1) or die $!;
while (my $client = $server->accept) {
    next if fork;
    while (my $line = <$client>) {
        print $client "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello" if $line eq "\r\n";
    }
    exit;
}
