namespace Rosewood.PolicyAdmin.Traffic.Formats.FortiGate;

/// <summary>The fields of a record that count here, as slices of its line. FortiOS 4 had other names for some.</summary>
internal ref struct FortiGateRecord
{
    public ReadOnlySpan<byte> Date;
    public ReadOnlySpan<byte> Time;
    public ReadOnlySpan<byte> EventTime;
    public ReadOnlySpan<byte> Zone;
    public ReadOnlySpan<byte> LogId;
    public ReadOnlySpan<byte> Type;
    public ReadOnlySpan<byte> Subtype;
    public ReadOnlySpan<byte> EventType;
    public ReadOnlySpan<byte> Action;
    public ReadOnlySpan<byte> UtmAction;
    public ReadOnlySpan<byte> User;
    public ReadOnlySpan<byte> Source;
    public ReadOnlySpan<byte> SourceName;
    public ReadOnlySpan<byte> SourceMac;
    public ReadOnlySpan<byte> Destination;
    public ReadOnlySpan<byte> DestinationPort;
    public ReadOnlySpan<byte> Protocol;
    public ReadOnlySpan<byte> HostName;
    public ReadOnlySpan<byte> Url;
    public ReadOnlySpan<byte> Query;
    public ReadOnlySpan<byte> Referrer;
    public ReadOnlySpan<byte> Application;
    public ReadOnlySpan<byte> Category;
    public ReadOnlySpan<byte> Received;
    public ReadOnlySpan<byte> Duration;

    /// <summary>Takes a pair as FortiOS writes it.</summary>
    public void Take(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        switch (key.Length)
        {
            case 2 when key.SequenceEqual("tz"u8):
                Zone = value;
                break;
            case 3 when key.SequenceEqual("app"u8):
                Application = value;
                break;
            case 3 when key.SequenceEqual("url"u8):
                Url = value;
                break;
            case 3 when key.SequenceEqual("src"u8):
                Source = value;
                break;
            case 3 when key.SequenceEqual("dst"u8):
                Destination = value;
                break;
            case 4:
                TakeFour(key, value);
                break;
            case 5:
                TakeFive(key, value);
                break;
            case 6:
                TakeSix(key, value);
                break;
            case 7:
                TakeSeven(key, value);
                break;
            case 8:
                TakeEight(key, value);
                break;
            case 9 when key.SequenceEqual("utmaction"u8):
                UtmAction = value;
                break;
            case 9 when key.SequenceEqual("eventtype"u8):
                EventType = value;
                break;
            case 9 when key.SequenceEqual("eventtime"u8):
                EventTime = value;
                break;
            case 11 when key.SequenceEqual("referralurl"u8):
                Referrer = value;
                break;
        }
    }

    /// <summary>Takes a pair as FortiOS writes it in CEF: standard keys where there are, its own behind <c>FTNTFGT</c>.</summary>
    public void TakeCef(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.StartsWith("FTNTFGT"u8))
        {
            Take(key["FTNTFGT"u8.Length..], value);
        }
        else if (key.SequenceEqual("act"u8))
        {
            Action = value;
        }
        else if (key.SequenceEqual("src"u8))
        {
            Source = value;
        }
        else if (key.SequenceEqual("dst"u8))
        {
            Destination = value;
        }
        else if (key.SequenceEqual("dpt"u8))
        {
            DestinationPort = value;
        }
        else if (key.SequenceEqual("proto"u8))
        {
            Protocol = value;
        }
        else if (key.SequenceEqual("dhost"u8))
        {
            HostName = value;
        }
        else if (key.SequenceEqual("shost"u8))
        {
            SourceName = value;
        }
        else if (key.SequenceEqual("smac"u8))
        {
            SourceMac = value;
        }
        else if (key.SequenceEqual("request"u8))
        {
            Url = value;
        }
        else if (key.SequenceEqual("requestContext"u8))
        {
            Category = value;
        }
        else if (key.SequenceEqual("in"u8))
        {
            Received = value;
        }
        else if (key.SequenceEqual("start"u8))
        {
            EventTime = EventTime.IsEmpty ? value : EventTime;
        }
        else if (key.SequenceEqual("suser"u8) || (key.SequenceEqual("duser"u8) && User.IsEmpty))
        {
            User = value;
        }
    }

    private void TakeFour(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.SequenceEqual("date"u8))
        {
            Date = value;
        }
        else if (key.SequenceEqual("time"u8))
        {
            Time = value;
        }
        else if (key.SequenceEqual("type"u8))
        {
            Type = value;
        }
        else if (key.SequenceEqual("user"u8))
        {
            User = value;
        }
    }

    private void TakeFive(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.SequenceEqual("srcip"u8))
        {
            Source = value;
        }
        else if (key.SequenceEqual("dstip"u8))
        {
            Destination = value;
        }
        else if (key.SequenceEqual("qname"u8))
        {
            Query = value;
        }
        else if (key.SequenceEqual("logid"u8))
        {
            LogId = value;
        }
        else if (key.SequenceEqual("proto"u8))
        {
            Protocol = value;
        }
    }

    private void TakeSix(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.SequenceEqual("action"u8))
        {
            Action = value;
        }
        else if (key.SequenceEqual("status"u8) && Action.IsEmpty)
        {
            Action = value;
        }
        else if (key.SequenceEqual("srcmac"u8))
        {
            SourceMac = value;
        }
        else if (key.SequenceEqual("log_id"u8))
        {
            LogId = value;
        }
    }

    private void TakeSeven(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.SequenceEqual("subtype"u8))
        {
            Subtype = value;
        }
        else if (key.SequenceEqual("catdesc"u8))
        {
            Category = value;
        }
        else if (key.SequenceEqual("srcname"u8))
        {
            SourceName = value;
        }
        else if (key.SequenceEqual("dstport"u8))
        {
            DestinationPort = value;
        }
    }

    private void TakeEight(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.SequenceEqual("hostname"u8))
        {
            HostName = value;
        }
        else if (key.SequenceEqual("rcvdbyte"u8))
        {
            Received = value;
        }
        else if (key.SequenceEqual("duration"u8))
        {
            Duration = value;
        }
        else if (key.SequenceEqual("cat_desc"u8))
        {
            Category = value;
        }
    }
}
